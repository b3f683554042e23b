/**
 * Empties a field for a file before another is chosen. Otherwise a list that was mended under the same name would not be read
 * again: to the browser nothing has changed.
 */
export const forgetChosen = (event: Event): void => void ((event.target as HTMLInputElement).value = '');
