/** Scripts and cards as a file: what stands around them, and how much such a file may hold. Their shape is checked by the contract. */
export const scriptFileFormat = 'duebook-scripts';
export const scriptFileVersion = 1;
/** Bytes; the whole shipped library is well below. */
export const largestScriptFile = 4_000_000;
export const mostInScriptFile = 200;
