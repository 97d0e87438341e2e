// A drawing as a whole, with room around it.

const ROOM = 16;

export function fit(canvas) {
  canvas.resized();
  canvas.zoom('fit-viewport');
  const { inner } = canvas.viewbox();
  canvas.viewbox({ x: inner.x - ROOM, y: inner.y - ROOM, width: inner.width + 2 * ROOM, height: inner.height + 2 * ROOM });
}
