/** Who owes, or is said to owe. `consumer` is a natural person with a personal debt; consumer law follows it. */
export const debtorKinds = ['consumer', 'business'] as const;
export type DebtorKind = (typeof debtorKinds)[number];

export const addressKinds = ['home', 'work', 'mailing', 'other'] as const;
export const addressStatuses = ['current', 'unverified', 'bad', 'former'] as const;
export type AddressKind = (typeof addressKinds)[number];
export type AddressStatus = (typeof addressStatuses)[number];

export const phoneKinds = ['mobile', 'home', 'work', 'other'] as const;
export const phoneStatuses = ['current', 'unverified', 'wrong', 'disconnected', 'do_not_call'] as const;
export type PhoneKind = (typeof phoneKinds)[number];
export type PhoneStatus = (typeof phoneStatuses)[number];

export const emailStatuses = ['current', 'unverified', 'bad', 'opted_out'] as const;
export type EmailStatus = (typeof emailStatuses)[number];
