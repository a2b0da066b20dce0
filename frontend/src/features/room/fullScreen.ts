/** For the projector: the element fills the screen, or gives it back. */
export async function toggleFullScreen(element: HTMLElement): Promise<void> {
  await (document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen())
}
