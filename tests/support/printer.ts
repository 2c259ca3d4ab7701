import { chromium } from '@playwright/test';

/** Prints as the shell does, in a real Chromium without scripts; for tests that run the core without a shell. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(html);
    return new Uint8Array(
      await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }),
    );
  } finally {
    await browser.close();
  }
}
