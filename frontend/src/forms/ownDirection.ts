/** What is written reads in its own direction, whatever the language of the screen. */
export const ownDirection = (text: unknown) => (text ? { dir: 'auto' } : {})
