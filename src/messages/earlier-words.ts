// Of a second query alone, so that they come with its code and not with every drawing.

/** What is said of earlier values in one language. */
export interface EarlierWords {
  /** A column of the period that a chart is compared with. */
  readonly of: (name: string) => string;
  readonly none: string;
  readonly compared: (period: string) => string;
}

const ENGLISH: EarlierWords = {
  of: (name) => `${name} (previous)`,
  none: 'Earlier values are not available',
  compared: (period) => `Compared with ${period}.`,
};

const WORDS: Readonly<Record<string, EarlierWords>> = {
  de: {
    of: (name) => `${name} (zuvor)`,
    none: 'Frühere Werte fehlen',
    compared: (period) => `Verglichen mit ${period}.`,
  },
  fr: {
    of: (name) => `${name} (avant)`,
    none: 'Valeurs antérieures indisponibles',
    compared: (period) => `Par rapport à la période ${period}.`,
  },
  es: {
    of: (name) => `${name} (antes)`,
    none: 'Faltan los valores anteriores',
    compared: (period) => `Comparado con ${period}.`,
  },
  ja: {
    of: (name) => `${name}(前回)`,
    none: '前回の値がありません',
    compared: (period) => `比較対象：${period}。`,
  },
};

/** Returns them in the language of a BCP 47 tag, else in English. */
export function earlierWords(tag: string): EarlierWords {
  return WORDS[tag.slice(0, 2).toLowerCase()] ?? ENGLISH;
}
