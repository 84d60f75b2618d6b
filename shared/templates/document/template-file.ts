/** Letters as a file: what stands around them, and how much such a file may hold. */
export const templateFileFormat = 'duebook-letters';
export const templateFileVersion = 1;
/** Bytes. */
export const largestTemplateFile = 8_000_000;
export const mostInTemplateFile = 200;
