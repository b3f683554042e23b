/** The keys from the top of a flow's file to a place in it. A step is named by its card and its place on the card. */
export type Place = readonly (string | number)[];

/** Reports what is wrong at a place, and what is allowed there. */
export type Fault = (place: Place, what: string) => void;
