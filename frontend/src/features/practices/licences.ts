import type { PracticeBody } from './practiceQuery'

/** The licences that a practice may be published under: what each is called for short, and where its text is. */
export const LICENCE_TEXTS: Record<PracticeBody['licence'], { name: string; address: string }> = {
  'CC-BY-4.0': { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-NC-4.0': { name: 'CC BY-NC 4.0', address: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'CC0-1.0': { name: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/' },
}
