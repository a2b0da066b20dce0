import { defineConfig, devices } from '@playwright/test'
import tests from './playwright.config'

/** `make pictures` takes the pictures of the guides anew, from the demonstration data. */
export default defineConfig({
  testDir: 'pictures',
  testMatch: '*.pictures.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    ...tests.use,
    ...devices['Desktop Chrome'],
    viewport: { width: 1240, height: 860 },
    deviceScaleFactor: 1.5,
    timezoneId: 'Europe/Zurich',
    locale: 'en-GB',
  },
})
