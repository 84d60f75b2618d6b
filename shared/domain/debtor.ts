/** Who owes, or is said to owe. `consumer` is a natural person with a personal debt; consumer law follows it. */
export const debtorKinds = ['consumer', 'business'] as const;
export type DebtorKind = (typeof debtorKinds)[number];

export const addressKinds = ['home', 'work', 'mailing', 'other'] as const;
export const addressStatuses = ['current', 'unverified', 'bad', 'former'] as const;
export type AddressStatus = (typeof addressStatuses)[number];

export const phoneKinds = ['mobile', 'home', 'work', 'other'] as const;
export const phoneStatuses = ['current', 'unverified', 'wrong', 'disconnected', 'do_not_call'] as const;
export type PhoneStatus = (typeof phoneStatuses)[number];
