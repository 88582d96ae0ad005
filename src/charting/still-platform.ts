import {BasePlatform} from 'chart.js';

/**
 * A canvas whose owner says how large it is: Chart.js listens to nothing and measures nothing, and
 * the script tag's build leaves out the code that would.
 */
export class StillPlatform extends BasePlatform {
  override acquireContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    return canvas.getContext('2d');
  }

  override getDevicePixelRatio(): number {
    return devicePixelRatio;
  }
}
