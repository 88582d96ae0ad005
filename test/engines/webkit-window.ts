import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {eventually} from '../e2e/support/eventually.js';
import {freePort} from '../free-port.js';
import type {EngineWindow, ViewportSize} from './engine-window.js';
import type {WebKitPaths} from './find-webkit.js';
import {WebDriver} from './web-driver.js';

/** Code points that WebDriver has for keys. */
const KEYS = {Tab: '\ue004'};

/**
 * Windows without a window manager have the focus that is under the pointer, in the middle of the
 * screen: it rests on the bar above a page.
 */
const SCREEN = '600x20x24';

/** Without it the bar makes a window wider than a phone. */
const NARROW_BAR = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }';

/** Starts WebKitGTK on a screen of its own, in UTC and English. */
export async function openWebKitWindow(paths: WebKitPaths): Promise<EngineWindow> {
  const started: ChildProcess[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'webkit-'));
  const kill = () => started.reverse().forEach((child) => child.kill());
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    for (const toolkit of ['gtk-3.0', 'gtk-4.0']) {
      await mkdir(join(folder, toolkit));
      await writeFile(join(folder, toolkit, 'gtk.css'), NARROW_BAR);
    }
    const screen = spawn(paths.screen, ['-displayfd', '1', '-screen', '0', SCREEN], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(screen);
    const [display] = (await once(createInterface(screen.stdout), 'line')) as [string];

    const port = await freePort();
    const server = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        GDK_BACKEND: 'x11',
        LIBGL_ALWAYS_SOFTWARE: '1',
        XDG_CONFIG_HOME: folder,
        LANG: 'C.UTF-8',
        LANGUAGE: 'en_US',
        TZ: process.env['TEST_TIME_ZONE'] ?? 'UTC',
      },
    });
    started.push(server);
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url);
    const driver = await WebDriver.open(url, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {binary: paths.browser, args: ['--automation']},
    });
    return {
      goto: (target) => driver.goto(target),
      url: () => driver.url(),
      evaluate: (expression) => driver.evaluate(expression),
      keyboard: {press: (key) => driver.press(KEYS[key])},
      setViewportSize: (size) => setViewportSize(driver, size),
      emulateMedia: () => Promise.reject(new Error('WebKitGTK cannot emulate media.')),
      close: async () => {
        await driver.quit().catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The driver sets the size of the window, which has bars besides the page. */
async function setViewportSize(driver: WebDriver, {width, height}: ViewportSize): Promise<void> {
  const seen = (await driver.evaluate('[innerWidth, innerHeight]')) as [number, number];
  const [innerWidth, innerHeight] = seen;
  if (innerWidth === width && innerHeight === height) return;
  const outer = await driver.windowSize();
  await driver.setWindowSize({
    width: outer.width + width - innerWidth,
    height: outer.height + height - innerHeight,
  });
}

async function untilReady(url: string): Promise<void> {
  const answers = () =>
    fetch(`${url}/status`).then(
      ({ok}) => ok,
      () => false,
    );
  await eventually(answers, Boolean);
}
