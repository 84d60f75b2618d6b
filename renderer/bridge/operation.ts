/**
 * A command that failed may be tried again, and the try before may yet have been written: the same input
 * keeps its operation id until it succeeds, so that it posts once. Changed input is another operation.
 */
export type Operations = {
  /** The id to send this input under. */
  idFor(input: unknown): string;
  /** It was written: the next input, even an equal one, is a new operation. */
  settle(): void;
};

export function keepOperations(makeId: () => string): Operations {
  let open: { readonly input: string; readonly id: string } | null = null;
  return {
    idFor(input) {
      const text = JSON.stringify(input);
      if (open === null || open.input !== text) open = { input: text, id: makeId() };
      return open.id;
    },
    settle() {
      open = null;
    },
  };
}
