/** Keys from the top of a flow's file to a place in it; a step is named by its card and its place there. */
export type Place = readonly (string | number)[];

/** Takes note of what is wrong at a place, and of what is allowed there. */
export type Fault = (place: Place, what: string) => void;
