/** Puts values into a sentence: fill('Fråga {hrContact}.', { hrContact: 'HR' }). @throws where a placeholder has no value */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${placeholder} in "${sentence}"`);
    return String(value);
  });
}
