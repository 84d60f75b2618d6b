/**
 * The phrases that come with Duebook, by code. What they state is a matter of record: what happened, in plain words that
 * can be read out in court, without judgments of the person. Words in braces are filled in or left as blanks (`domain/note-phrase.ts`).
 */
export type ShippedPhrase = { readonly code: string; readonly title: string; readonly text: string };

const phrase = (code: string, title: string, text: string): ShippedPhrase => ({ code, title, text });

export const shippedPhrases: readonly ShippedPhrase[] = [
  // attempts
  phrase(
    'lm',
    'Left a limited-content message',
    'Left a limited-content message at {time}: our name for callbacks, the number and the request to call back. The debt was not mentioned.',
  ),
  phrase('na', 'No answer', 'Called at {time}, no answer. No message left.'),
  phrase('bz', 'Line busy', 'Called at {time}, line busy.'),
  phrase(
    'nm',
    'Voicemail full or not set up',
    'Called at {time}. Voicemail full or not set up, no message left.',
  ),
  phrase(
    'dc',
    'Number not in service',
    'Called at {time}. Recording: the number is not in service. Number to be marked.',
  ),
  phrase(
    'wn',
    'Wrong number',
    'Person who answered says this is a wrong number. Apologized, ended the call. Nothing about a debt was said.',
  ),
  phrase(
    'tp',
    'Third party answered',
    'Another person answered and said {debtor} was not available. Asked for a good time to call. Nothing about a debt was said.',
  ),
  phrase(
    'hu',
    'Hung up before the check',
    'Person who answered hung up before the right party was confirmed. Nothing about a debt was said.',
  ),
  // right party
  phrase(
    'rp',
    'Right party confirmed',
    'Spoke with {debtor} at {time}. Right party confirmed by {what was confirmed}. Disclosures given.',
  ),
  phrase('cb', 'Asks to be called back', '{debtor} asked to be called back on {day} at {time of day}.'),
  phrase('ptp', 'Promise to pay', '{debtor} will pay ${amount} on {day} by {method}.'),
  phrase(
    'bp',
    'Broken promise discussed',
    'The promise of ${amount} for {day} was not kept. Reason given: {reason}. Agreed: {what was agreed}.',
  ),
  phrase(
    'pip',
    'Says it was paid',
    'Says the balance was paid on {day} by {method} to {payee}. Asked for proof of payment.',
  ),
  phrase('pif', 'Wants to pay in full', 'Wants to pay the balance of {balance} in full on {day}.'),
  phrase(
    'pp',
    'Wants a payment plan',
    'Asks to pay in installments: ${amount} every {how often}, first payment on {day}.',
  ),
  phrase(
    'so',
    'Offers a settlement',
    'Offers ${amount} to settle the balance of {balance}, payable by {day}. Will be answered by {day of answer}.',
  ),
  phrase(
    'hs',
    'Hardship',
    'Says they cannot pay at present: {reason}. Expects a change by {day}. Hardship options explained.',
  ),
  phrase(
    'inc',
    'Income and expenses taken',
    'Went through income and expenses. Says ${amount} a {period} is affordable.',
  ),
  phrase('rf', 'Refuses to pay', 'Says they will not pay. Reason given: {reason}. Did not press further.'),
  // rights
  phrase(
    'dis',
    'Disputes the debt',
    'Disputes the debt: {reason}. Told how to dispute in writing. Collection stopped until verified.',
  ),
  phrase('prf', 'Asks for proof', 'Asks for proof of the debt. Validation information to be sent by {day}.'),
  phrase(
    'ins',
    'Insurance should pay',
    'Says insurance should have paid. Insurer {insurer}, member number on file with the patient. Will call the insurer by {day}.',
  ),
  phrase(
    'atty',
    'Has an attorney',
    'Says they are represented by {attorney} at {phone}. Ended the call; no further contact with the debtor about this debt.',
  ),
  phrase(
    'bk',
    'Bankruptcy',
    'Says they filed for bankruptcy: chapter {chapter}, case {case number}, court {court}. Ended the call; account to be put on hold.',
  ),
  phrase(
    'cease',
    'Asks us to stop',
    'Asks us to stop contact by {channel}. Confirmed that we will. Event to be recorded.',
  ),
  phrase(
    'inctime',
    'Inconvenient time or place',
    'Says {times or place} is inconvenient. Asked for better times: {better times}.',
  ),
  phrase(
    'emp',
    'Not at work',
    'Says the employer does not allow calls at work. The work number will not be called again.',
  ),
  phrase(
    'dec',
    'Told of a death',
    'Told by {who} that {debtor} has died on {day}. Expressed condolences, asked who handles the estate. Nothing asked for.',
  ),
  phrase(
    'lang',
    'Speaks another language',
    'Prefers to speak {language}. Call to be made again by a speaker.',
  ),
  // papers and money
  phrase(
    'stm',
    'Asks for a statement',
    'Asks for an itemized statement. To be sent to the address on file by {day}.',
  ),
  phrase(
    'adr',
    'New address or number',
    'Gave a new {address or number}: {details}. Source: the debtor, {date}.',
  ),
  phrase(
    'chk',
    'Check is in the mail',
    'Says a check for ${amount} was mailed on {day}, check number {check number}.',
  ),
  phrase('nsf', 'Check returned', 'Check for ${amount} was returned: {reason}. Debtor to be told.'),
  phrase('rev', 'Account reviewed', 'Account reviewed on {date}. Balance {balance}. Next step: {next step}.'),
  phrase('spv', 'Spoke with supervisor', 'Went through this account with {name}. Decision: {decision}.'),
];
