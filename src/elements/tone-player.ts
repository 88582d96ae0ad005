import type {Tone} from '../series/to-tone.js';

/** Of the loudest that there is: speech of a screen reader is heard over it. */
const LOUDNESS = 0.2;

/** How fast a tone rises, in s; at once, it would crack. */
const ATTACK_S = 0.01;

/** How fast one falls that is cut short, in s. */
const FADE_S = 0.005;

/** Length of a tone, in s. */
const TONE_S = 0.14;

/** Where there is no value: a dull knock, lower than any value. */
const KNOCK = {hz: 90, seconds: 0.05};

/**
 * Plays short tones, one at a time. The audio device is asked for by the first of them, which has to
 * be in the task of a key, and given back by `close()`. Without one, it is silent.
 */
export class TonePlayer {
  #context: AudioContext | null = null;
  #envelope: AudioParam | null = null;

  /** Plays a tone in place of the one before. */
  play({hz, pan}: Tone): void {
    const context = this.#open();
    if (!context) return;
    this.stop();
    const start = context.currentTime;
    const end = start + (hz === null ? KNOCK.seconds : TONE_S);
    const voice = context.createOscillator();
    const envelope = context.createGain();
    const side = context.createStereoPanner();
    voice.type = hz === null ? 'triangle' : 'sine';
    voice.frequency.value = hz ?? KNOCK.hz;
    side.pan.value = pan;
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(LOUDNESS, start + ATTACK_S);
    envelope.gain.linearRampToValueAtTime(0, end);
    voice.connect(envelope);
    envelope.connect(side);
    side.connect(context.destination);
    voice.start(start);
    voice.stop(end);
    this.#envelope = envelope.gain;
  }

  /** Ends the tone that is heard. */
  stop(): void {
    const now = this.#context?.currentTime ?? 0;
    this.#envelope?.cancelScheduledValues(now);
    this.#envelope?.setTargetAtTime(0, now, FADE_S);
    this.#envelope = null;
  }

  /** Is silent, and gives the device back. */
  close(): void {
    this.stop();
    this.#context?.close().catch(() => undefined);
    this.#context = null;
  }

  #open(): AudioContext | null {
    try {
      this.#context ??= new AudioContext();
    } catch {
      // No device, or the page has too many already.
    }
    const context = this.#context;
    if (context?.state === 'suspended') context.resume().catch(() => undefined);
    return context;
  }
}
