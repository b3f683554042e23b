/** The first characters of what a person wrote, at most `most` of them, never half an emoji. */
export const beginning = (words: string, most: number): string => words.slice(0, most).replace(/[\ud800-\udbff]$/, '');
