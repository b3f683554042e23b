/** Milliseconds after the last movement during which a pointer is taken to be on its way, or to be about to press. */
const onItsWay = 1_000;
const aboutToPress = 5_000;

const isPressable = (target: EventTarget): boolean =>
  target instanceof Element && target.matches('fluent-button, button, a, summary, label');

/**
 * Follows the pointer over a part of the page. Returns a function that says whether somebody is just aiming: what moves then is
 * pressed by mistake.
 */
export function followAim(part: HTMLElement): () => boolean {
  let until = 0;
  const follow = (event: Event): void => {
    until = Date.now() + (event.composedPath().some(isPressable) ? aboutToPress : onItsWay);
  };
  for (const kind of ['pointermove', 'pointerdown']) part.addEventListener(kind, follow);
  return () => Date.now() < until;
}
