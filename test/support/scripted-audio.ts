/** A tone as it was asked for; a glide of the gain is left out. */
export interface PlayedTone {
  readonly hz: number;
  readonly pan: number;
}

/** Replaces the browser's audio by one that writes down what it should play. */
export class ScriptedAudio {
  readonly tones: PlayedTone[] = [];
  opened = 0;
  closed = 0;
  readonly #own = globalThis.AudioContext;

  install(): void {
    globalThis.AudioContext = createContextClass(this) as unknown as typeof AudioContext;
  }

  /** As where no device is free. */
  refuse(): void {
    globalThis.AudioContext = function refuse() {
      throw new DOMException('No device', 'NotSupportedError');
    } as unknown as typeof AudioContext;
  }

  remove(): void {
    globalThis.AudioContext = this.#own;
  }

  /** Pitches that were played, in whole Hz. */
  get hertz(): number[] {
    return this.tones.map(({hz}) => Math.round(hz));
  }
}

function createContextClass(audio: ScriptedAudio) {
  const param = () => ({
    value: 0,
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    cancelScheduledValues() {},
    setTargetAtTime() {},
  });
  return class {
    readonly state = 'running';
    readonly currentTime = 0;
    readonly destination = {};
    readonly #pan = param();

    constructor() {
      audio.opened += 1;
    }

    createOscillator() {
      const frequency = param();
      const start = () => audio.tones.push({hz: frequency.value, pan: this.#pan.value});
      return {type: 'sine', frequency, connect() {}, start, stop() {}};
    }

    createGain() {
      return {gain: param(), connect() {}};
    }

    createStereoPanner() {
      return {pan: this.#pan, connect() {}};
    }

    close() {
      audio.closed += 1;
      return Promise.resolve();
    }
  };
}
