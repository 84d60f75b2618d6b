/** The clocks of one debt. */
export type DebtClocks = Readonly<Record<string, unknown>>;
