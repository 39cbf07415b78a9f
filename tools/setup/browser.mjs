import { existsSync } from 'node:fs';
import { findBrowser } from '../browser.mjs';
import { run } from './run.mjs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Installs Debian's Chromium when there is no browser and we may; otherwise says what a person has to install.
 *
 * A missing browser is no error here: the tests that need one say so themselves.
 *
 * @param {(line: string) => void} say
 */
export function installBrowser(say) {
  if (findBrowser()) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) {
    say(
      'No browser found: install Chromium or Chrome (on Debian: apt-get install chromium fonts-noto-cjk) or set CHROME_PATH.',
    );
    return;
  }
  say('Installing Chromium …');
  const failure = `apt-get could not install ${PACKAGES.join(' and ')}; install a Chromium and set CHROME_PATH.`;
  run('apt-get', ['update', '-qq'], { failure });
  run(
    'env',
    [
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-qq',
      '-y',
      '--no-install-recommends',
      ...PACKAGES,
    ],
    { failure },
  );
}
