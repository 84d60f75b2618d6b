/** The craft of listening, as reminders beside a step: pause, acknowledge, ask, do not press. */
export const toListen: readonly string[] = [
  'Ask, then stay silent. Count to five before you fill a pause.',
  'Say back what you heard in their own words before you say anything of your own.',
  'Name the feeling without judging it: “That sounds like a hard year.”',
];

export const toCalm: readonly string[] = [
  'Let them finish. Anger that is heard gets shorter.',
  'Slow down and lower your voice; they will follow.',
  'Acknowledge first, answer second: “I can hear that this is upsetting.”',
];

export const toAgree: readonly string[] = [
  'Let them name the sum first. A sum of their own is kept more often than one of yours.',
  'Ask what comes in, and when, before you ask for a day.',
  'A smaller sum they can keep is worth more than a larger one they cannot.',
];

export const toConfirm: readonly string[] = [
  'Friendly and brief. You are a stranger to them until they know who you are.',
  'They may be careful with a stranger; so would you be. Take no offense.',
];

/** Where the limitation period has ended or may have: the verdict and the rights stand beside the script. */
export const ofLimitation =
  'Look at Rights beside the script: if the limitation period has ended or may have, give the notice of the state first. In some states a payment starts it anew; never hide that.';
