import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { projectPath } from './lib/paths.mjs';

/** Of the PNG files that a Linux desktop picks from. */
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];
const ICO_SIZES = [16, 24, 32, 48, 64, 256];
/** The four letters that macOS calls a picture of each size by. */
const ICNS_TYPES = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

/**
 * Draws `resources/icon.svg` in every size that an installer needs: PNG files, and an icon file for Windows and for macOS.
 * To be run by hand when the drawing has changed; it needs an installed Chromium.
 */
const svg = readFileSync(projectPath('resources', 'icon.svg'), 'utf8');
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();

/** @param {number} size */
async function draw(size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

mkdirSync(projectPath('resources', 'icons'), { recursive: true });
for (const size of LINUX_SIZES)
  writeFileSync(projectPath('resources', 'icons', `${size}x${size}.png`), await draw(size));
writeFileSync(projectPath('resources', 'icon.ico'), await ico());
writeFileSync(projectPath('resources', 'icon.icns'), await icns());
await browser.close();

async function ico() {
  const head = Buffer.alloc(6 + 16 * ICO_SIZES.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(ICO_SIZES.length, 4);
  /** @type {Uint8Array[]} */
  const parts = [head];
  let offset = head.length;
  for (const [index, size] of ICO_SIZES.entries()) {
    const png = await draw(size);
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    parts.push(png);
    offset += png.length;
  }
  return Buffer.concat(parts);
}

async function icns() {
  /** @type {Uint8Array[]} */
  const parts = [];
  for (const [type, size] of Object.entries(ICNS_TYPES)) {
    const png = await draw(size);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    parts.push(head, png);
  }
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}
