// Stands for Chart.js's colour library in the script-tag build, where it would weigh more than the
// axes: drawings name their colours as CSS, and a changed colour is there at once.

/** The few methods of `@kurkle/color` that Chart.js calls; the text of a colour goes through. */
export class Color {
  /** False: Chart.js must not blend this colour. */
  readonly valid = false;
  readonly #text: string;

  constructor(text: unknown) {
    this.#text = String(text);
  }

  saturate(): this {
    return this;
  }

  darken(): this {
    return this;
  }

  hexString(): string {
    return this.#text;
  }
}
