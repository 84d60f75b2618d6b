/** An expected failure of the set-up: its message is the whole story for the person at the screen, so no stack is shown. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** Runs a command's main function; expected failures end as one sentence, anything else keeps its stack. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof SetupError) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
