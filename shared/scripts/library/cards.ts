/**
 * What people say when they object, and what to answer: short enough to be read while they draw breath. Shown only once the right
 * party is confirmed.
 */
import type { ObjectionCard, ScriptAudience, ScriptSituation } from '../script.ts';
import { scriptAudiences } from '../script.ts';

const consumers: readonly ScriptAudience[] = ['third_party', 'medical', 'law_office'];
const collectors: readonly ScriptAudience[] = ['third_party', 'law_office'];
const firms: readonly ScriptAudience[] = ['commercial'];

type CardDraft = {
  readonly objection: string;
  readonly answer: string;
  readonly never?: readonly string[];
  readonly prompts?: readonly string[];
  readonly leadsTo?: ScriptSituation;
};

function cards(
  audiences: readonly ScriptAudience[],
  drafts: Readonly<Record<string, CardDraft>>,
): readonly ObjectionCard[] {
  return Object.entries(drafts).map(([code, draft]) => ({
    code,
    objection: draft.objection,
    answer: draft.answer,
    never: draft.never ?? [],
    prompts: draft.prompts ?? [],
    audiences,
    language: 'en',
    leadsTo: draft.leadsTo ?? null,
  }));
}

const ofTheAccount = cards(consumers, {
  'never-got-a-bill': {
    objection: 'I never got a bill.',
    answer:
      'That happens, and then this call comes out of the blue; I am sorry for that. I will send you everything on paper. May I have the address where your mail reaches you? When you have read it, we speak again.',
    never: ['Never say that it was certainly sent, or that they must have had it.'],
    prompts: ['Check the address and the returned mail beside the script.'],
    leadsTo: 'prove_it',
  },
  'not-mine': {
    objection: 'That is not mine.',
    answer:
      'Then I would not want you to pay it. Let me write down what you know about it, and we find out where it comes from. Is it a name like yours, an address you once had, or do you not know it at all?',
    never: [
      'Never say that everybody says so.',
      'Never ask for the Social Security number to “clear it up”.',
    ],
    leadsTo: 'dispute',
  },
  'wrong-amount': {
    objection: 'The amount is wrong.',
    answer:
      'Then let us find where we differ. I have {{ account.balance }} here as of today. Which sum do you have, and from which paper? I can go through it with you line by line.',
    never: ['Never split the difference to end the talk.'],
    prompts: [
      'Open the explanation of the balance. If they stay with it, it is a dispute, and is noted as one.',
    ],
    leadsTo: 'dispute',
  },
  'too-old': {
    objection: 'That is far too old.',
    answer:
      'You are right to ask how old it is. The day of it is {{ account.openedOn }}. I will not tell you anything about it that I am not sure of; may I send you the dates in writing, so that you can ask somebody you trust?',
    never: [
      'Never say that age makes no difference, and never speak of a suit.',
      'Never ask for a small payment to “show good will”: in some states it starts the time anew.',
    ],
    prompts: ['Look at Rights beside the script: the day the time ends, and the notice the state wants.'],
    leadsTo: 'dispute',
  },
  'identity-theft': {
    objection: 'Somebody used my name.',
    answer:
      'I am sorry; that is a frightening thing. I stop here, and I tell whoever the account comes from. If you have a report of the police or of identitytheft.gov, a copy helps, but it is noted from this minute.',
    never: ['Never ask them to prove it before you stop.'],
    leadsTo: 'dispute',
  },
  'ex-spouse': {
    objection: 'My ex has to pay that; the judge said so.',
    answer:
      'I understand; that must be galling. What a court decides between the two of you I cannot judge. Would you send me the page that names this account? Then we look at it before anything else happens.',
    never: ['Never tell either of them what the other one said, owes or pays.'],
    leadsTo: 'dispute',
  },
  'only-cosigned': {
    objection: 'I only signed for somebody.',
    answer:
      'Thank you for telling me. I will send you what was signed, so that you can see what it asks of you. Until you have read it, I would not want you to decide anything.',
    never: ['Never say what happens to their family or their friend if they do not pay.'],
    prompts: [
      'Co-debtors are called and counted separately. Look whether the other one is in bankruptcy: it may protect both.',
    ],
    leadsTo: 'prove_it',
  },
  'was-a-minor': {
    objection: 'I was not even eighteen then.',
    answer:
      'Then that matters, and I note it. The day of the account is {{ account.openedOn }}. When were you born? We look at it, and you hear from us in writing.',
    leadsTo: 'dispute',
  },
  'relative-died': {
    objection: 'That was my mother’s, and she has died.',
    answer:
      'I am very sorry. I did not know. You do not have to pay for her yourself just because you are family. Is there somebody who looks after her estate? Then I write there and not to you.',
    never: ['Never say that the family should settle it out of respect.'],
    prompts: ['End the call gently. The disposition is that the person has died.'],
  },
  'bad-service': {
    objection: 'I am not paying for that kind of service.',
    answer:
      'I hear you; I would want somebody to listen to that as well. What happened, and did you tell them at the time? I write it down as you say it, and they will have to answer it.',
    never: ['Never say that the service and the bill are two different things.'],
    leadsTo: 'dispute',
  },
  'paid-already': {
    objection: 'I paid that long ago.',
    answer:
      'Then it is a matter of finding it. When was it, how much, and to whom? Meanwhile I ask you for nothing.',
    never: ['Never ask them to pay again until it is found.'],
    leadsTo: 'already_paid',
  },
});

const ofMeans = cards(consumers, {
  'no-money': {
    objection: 'I do not have any money.',
    answer:
      'Thank you for saying so plainly; that is not easy. Then let us see what this needs: time, a smaller step, or rest. What comes in at the moment, and is there anything left after rent and food? If there is nothing, that is an answer too.',
    never: [
      'Never ask what else they spend money on.',
      'Never suggest a credit card, a loan or their parents.',
    ],
    prompts: ['Pause after “that is not easy”.'],
    leadsTo: 'hardship',
  },
  'lost-job': {
    objection: 'I lost my job.',
    answer:
      'I am sorry; that shakes everything. How long has it been? Then let us not plan with money you do not have. When do you think you will know more?',
    never: ['Never ask why they lost it, or for their last employer.'],
    leadsTo: 'hardship',
  },
  ill: {
    objection: 'I am ill. I cannot deal with this now.',
    answer:
      'Then your health comes first, and this can wait. I hope it gets better. Shall I call you in a month, or is there somebody who helps you with papers, whom you would like me to write to?',
    never: ['Never ask what they have or how long it will take.'],
    leadsTo: 'hardship',
  },
  benefits: {
    objection: 'I live on Social Security.',
    answer:
      'Thank you for telling me. The law in general protects that income, and I am not asking you to pay out of it. I note it so that nobody here does.',
    never: ['Never say that a part of it can be taken.', 'Never ask to which bank it goes.'],
    leadsTo: 'hardship',
  },
  'cannot-all-at-once': {
    objection: 'I cannot pay that all at once.',
    answer:
      'You need not. Which sum could you set aside without missing it for food or rent, and on which day of the month? I would rather write down little, and see it hold.',
    never: ['Never name a sum first if they are about to name one.'],
    prompts: ['Open the plan workshop and show two ways, not six.'],
  },
  payday: {
    objection: 'I get paid on Friday.',
    answer:
      'Good to know. What has to be paid from it first? And what is then left for this, so that it does not hurt? Let us put it two days later, so that you need not rush.',
    never: ['Never ask where they work in order to have it on file.'],
  },
  overwhelmed: {
    objection: 'I cannot do this any more.',
    answer:
      'I am sorry; that sounds like more than anybody should carry alone. Nothing has to be decided now. Would it help to stop here for today? Is somebody with you?',
    never: ['Never go on with figures now.'],
    prompts: [
      'Speak half as fast. Ask directly if you are worried: people are not pushed over an edge by being asked.',
    ],
    leadsTo: 'hardship',
  },
  harm: {
    objection: 'There is no point in living like this.',
    answer:
      'I am glad that you say it to me, and I am worried about you. You can call or text 988 at any hour; somebody is there for exactly this. If you are in danger right now, please call 911. I can stay on the line while you decide. The account does not matter now.',
    never: ['Never come back to the account in this call.'],
    prompts: ['Tell whoever runs the office as soon as you have hung up.'],
  },
  military: {
    objection: 'I am in the service.',
    answer:
      'Thank you for telling me, and for your service. There are protections for you, also for what was owed before it began. May I note since when? We look at it before we ask you for anything.',
    never: ['Never speak of a commander, a rank or a clearance.'],
    leadsTo: 'hardship',
  },
  'spouse-handles': {
    objection: 'My wife does all that.',
    answer:
      'I understand. I may speak about it only with you for now. If you would like me to speak with her, tell me so yourself, or write us a line with her name.',
    never: ['Never tell her anything because he said on the way to the phone that it was fine.'],
    prompts: ['Consent given by the person, in this call, may be noted with its words and its bounds.'],
  },
});

const ofTheCall = cards(consumers, {
  'how-found-me': {
    objection: 'How did you get my number?',
    answer:
      'It came with the account, or from a source we are allowed to ask; I can look up which and tell you. If you do not want to be called at it, say so, and I close it now.',
    never: ['Never name a neighbor, a relative or an employer who was asked.'],
  },
  'stop-calling': {
    objection: 'Stop calling me.',
    answer:
      'I will. So that I do it right: is it this number, calls in general, or any contact? I note it now. Thank you for telling me.',
    never: ['Never ask why, and never use the moment for one more question.'],
    prompts: ['Take the way “Something else comes up”, then “Do not contact me”.'],
  },
  'too-many-calls': {
    objection: 'You call me every day.',
    answer:
      'I am sorry; that is not how it should be. Let me look at what we have noted. Which hours suit you, and how often is all right with you? I write it down, and it holds.',
    never: ['Never say that you are allowed to call seven times.'],
    prompts: ['The verdict beside the script shows every call that counts. Note it as a complaint.'],
  },
  'at-work': {
    objection: 'You cannot call me at work.',
    answer: 'Thank you for telling me; I will not ring here again. Where and when may I reach you instead?',
    never: ['Never ask whether the employer really minds.'],
    prompts: ['One word is enough: the place is closed from now on.'],
  },
  'put-in-writing': {
    objection: 'Put it in writing.',
    answer:
      'Gladly; it is better to have it in front of you. To which address? Until you have read it I ask you for nothing.',
    leadsTo: 'prove_it',
  },
  complaint: {
    objection: 'I will report you.',
    answer:
      'That is your right, and I would not keep you from it. Would you tell me what went wrong? I write it down as you say it, and somebody who was not part of it looks at it.',
    never: ['Never ask them not to, and never offer anything for not doing it.'],
    prompts: ['Note it as a complaint, with the words, today.'],
  },
});

const ofTheLaw = cards(consumers, {
  arrest: {
    objection: 'Will I go to jail for this?',
    answer:
      'No. Nobody is arrested for owing this, and anybody who told you so did wrong. Who said that to you? I would like to note it.',
    never: ['Never leave the fear standing, not even by silence.'],
  },
  'credit-score': {
    objection: 'Will this hurt my credit?',
    answer:
      'I can tell you only what this office does: [whether it reports, and from when]. How a bureau counts it I do not know, and I would not want to guess. You can see your reports free of charge at annualcreditreport.com.',
    never: ['Never promise that a score will rise, and never threaten that it will fall.'],
    prompts: [
      'For medical debts several states forbid reporting altogether: look at Rights beside the script.',
    ],
  },
  'take-off-credit': {
    objection: 'If I pay, do you take it off my report?',
    answer:
      'I will not promise what I cannot keep. What is reported has to be correct: once it is paid, it is reported as paid, if it was reported at all. I can tell you today whether it was.',
    never: ['Never make a payment depend on a deletion.'],
  },
  lawyer: {
    objection: 'Talk to my lawyer.',
    answer: 'Gladly. May I have the name and the firm? Then I write there, and not to you, from this minute.',
    never: ['Never ask one more question about the account.'],
    leadsTo: 'talk_to_my_lawyer',
  },
  bankrupt: {
    objection: 'I filed for bankruptcy.',
    answer:
      'Thank you for telling me. Then I stop here and ask you for nothing. If you have it at hand: which court, which number, and who is your lawyer?',
    never: ['Never ask whether this account is on the list.'],
    prompts: ['Take the way “Something else comes up”, then “Bankruptcy”.'],
  },
  'send-proof': {
    objection: 'Prove that I owe it.',
    answer:
      'That is fair. You get it on paper before you decide anything. What would you like to see in particular?',
    never: ['Never make a payment the price of the papers.'],
    leadsTo: 'prove_it',
  },
  'wont-pay': {
    objection: 'I am not paying. Period.',
    answer:
      'I hear you, and I will not try to talk you round. May I ask what stands behind it? If something is wrong, I would like to put it right. If not, I take it as your answer.',
    never: ['Never ask a third time.'],
    leadsTo: 'refusal',
  },
});

/** What a business says as well as a person. */
const ofEverybody = cards(scriptAudiences, {
  interest: {
    objection: 'Why is it more than it was?',
    answer:
      'A fair question. Let me go through it with you: what it was at first, what was added and on what ground, and what you have paid. If a line has no ground you can see, tell me, and I look into it.',
    never: ['Never say “that is how the system works it out”.'],
    prompts: ['The explanation of the balance names each line with its rate, its days and its basis.'],
  },
  scam: {
    objection: 'How do I know this is not a scam?',
    answer:
      'You are right to ask. Please give me no bank details today. Look up {{ office.name }} yourself and call the number you find, or let me send you everything on paper first.',
    never: ['Never press for a payment to prove that you are genuine.'],
  },
  recording: {
    objection: 'Are you recording this? I am.',
    answer:
      'You may, as far as I am concerned. I tell you plainly whether we do on our side: [yes or no]. If you would rather not be recorded, say so, and we go on in writing.',
    never: [
      'Never say that only the office may record.',
      'Never guess: if you do not know whether the call is recorded, find out.',
    ],
    prompts: [
      'In some states everybody on the line has to agree. If they do not, it is off or the call ends.',
    ],
  },
  supervisor: {
    objection: 'Let me speak to your manager.',
    answer:
      'Of course. May I tell them in one sentence what it is about, so that you need not begin anew? If nobody is free this minute, when may they call you?',
    never: ['Never play the manager, and never put them on hold to wear them out.'],
  },
  insulted: {
    objection: 'You people are vultures.',
    answer:
      'I can hear how angry you are, and I do not take it personally. What would help you most right now: that I listen, that I write to you, or that we stop here for today?',
    never: ['Never answer in kind, and never with sarcasm.', 'Never say “calm down”.'],
    prompts: [
      'Let three breaths go by. You may end a call in which you are threatened; say so before you do.',
    ],
  },
  'think-about-it': {
    objection: 'I have to think about it.',
    answer:
      'Of course. Is there something I can send or explain that would make it easier? When shall we speak again, so that you need not keep it in mind?',
    never: ['Never make up a deadline.'],
  },
  'sue-me': {
    objection: 'Are you going to sue me?',
    answer:
      'I cannot tell you what is not decided, and I will not frighten you with it. What I can do today is look for a way with you, or take down why you do not agree. If anything were decided, you would have it in writing.',
    never: [
      'Never say yes, maybe or “that depends on you”, unless it is decided, lawful and true.',
      'Never speak of a suit at all where the limitation period has ended or may have.',
    ],
  },
});

const ofMoney = cards(scriptAudiences, {
  'settle-for-less': {
    objection: 'Would you take less?',
    answer:
      '{% if settlement.amount %}There is an offer on file: {{ settlement.amount }}{% if settlement.expiresOn %}, until {{ settlement.expiresOn }}{% endif %}.{% else %}It may be possible; I cannot decide it alone. Which sum could you manage at once?{% endif %} You would have it in writing before you pay.',
    never: ['Never invent a deadline for it.'],
    leadsTo: 'settlement_offer',
  },
  'best-you-can-do': {
    objection: 'Is that the best you can do?',
    answer:
      'It is what I may agree to today. If you can name a sum and a day you are sure of, I take it to the one who decides, and you hear yes or no by [the day].',
    never: ['Never say yes to find out afterwards that you may not.'],
  },
  'fee-to-pay': {
    objection: 'Does it cost extra to pay that way?',
    answer:
      'No. You pay what is open and nothing for the way of paying it. {% if office.howToPay %}{{ office.howToPay }}.{% endif %}',
    never: ['Never add a fee for a card, a call or a day, unless the contract or a law expressly allows it.'],
  },
  'bank-details': {
    objection: 'I give no bank details on the phone.',
    answer:
      'You need not, and it is wise. {% if office.howToPay %}{{ office.howToPay }}.{% else %}You can send it by mail; I write the address to you.{% endif %} Which way suits you?',
    never: ['Never say that it is the only way.'],
  },
  'check-in-mail': {
    objection: 'The check is in the mail.',
    answer: 'Thank you. When did you send it, and where to? I look out for it and tell you when it is here.',
    never: ['Never say that you have heard that before.'],
  },
});

const ofCollectors = cards(collectors, {
  'never-dealt-with-you': {
    objection: 'I never did business with you.',
    answer:
      'That is true: the account began with {{ creditor.original }}{% if creditor.current != creditor.original %} and is now held by {{ creditor.current }}{% endif %}, for whom we work. You get that on paper, with how it came to us.',
    never: ['Never claim to be the creditor.'],
    leadsTo: 'prove_it',
  },
  'pays-creditor': {
    objection: 'I pay the creditor, not you.',
    answer:
      'That is up to you; if you do, please tell me the day and the sum, so that nobody calls you for it again. I can also give you both addresses in writing.',
    never: ['Never say that a payment to the creditor does not count.'],
  },
});

const ofMedicine = cards(consumers, {
  'insurance-pays': {
    objection: 'My insurance pays that.',
    answer:
      'Then let us find out first what they did with it. Which insurer, and do you have your member number? Did a letter come from them? Until that is clear, I ask you for nothing.',
    never: ['Never tell them to pay now and get it back later.', 'Never name the treatment.'],
    leadsTo: 'dispute',
  },
  'insurance-denied': {
    objection: 'They turned it down, and I am fighting it.',
    answer:
      'Good that you do. Until they have decided, we wait. Would you send me a copy of your letter to them? And when do they have to answer?',
    never: ['Never say that such appeals lead nowhere.'],
    prompts: ['Note the day of the appeal. Some states forbid collecting while it runs.'],
    leadsTo: 'dispute',
  },
  'estimate-was-lower': {
    objection: 'They told me it would cost half of that.',
    answer:
      'Do you have the estimate in writing? If the bill is $400 or more above it, there is a procedure for you to have it looked at, and while it runs nothing is collected. Please send me a copy.',
    never: ['Never say that an estimate is only an estimate.'],
    prompts: ['For people who paid without insurance; 120 days from the bill.'],
    leadsTo: 'dispute',
  },
  assistance: {
    objection: 'The hospital said there was help for people like me.',
    answer:
      'There often is, and it is worth asking. I will have the form sent to you; it asks who lives with you and what comes in. Until it is decided, I ask you for nothing.',
    never: ['Never say that it is too late or that they earn too much.'],
    leadsTo: 'hardship',
  },
});

const ofFirms = cards(firms, {
  'firm-waits-for-customers': {
    objection: 'Our customers have not paid us.',
    answer:
      'I understand; it runs down the line. Which payment do you wait for, and when is it due? What can you release until then, and may we be the first when it comes?',
    never: ['Never offer to call their customer.'],
  },
  'firm-no-invoice': {
    objection: 'We do not have that invoice.',
    answer:
      'Then I send it again today, with the order and the delivery note. To which address, and whom may I ask on Thursday whether it is there?',
    never: ['Never say that it was sent three times.'],
    leadsTo: 'prove_it',
  },
  'firm-faulty-goods': {
    objection: 'What you delivered was faulty.',
    answer:
      'Then I want to know exactly: which line, what was wrong, when did you report it? Is there a part you are content with? We look into the one, and would you release the other?',
    never: ['Never say that the time for complaints is over before you have read the contract.'],
    leadsTo: 'dispute',
  },
  'firm-approval': {
    objection: 'The owner has to approve it.',
    answer:
      'Of course. When do you see them, and what do they need from me in order to say yes? I put it in one page, and call the day after.',
    never: ['Never go over their head while they are helping you.'],
  },
  'firm-cash-flow': {
    objection: 'Cash is tight right now.',
    answer:
      'Thank you for being open. Is it weeks, or is it more? If it is weeks, let us agree on fixed sums on fixed days, small enough to be sure.',
    never: ['Never say that others will hear of it.'],
    leadsTo: 'hardship',
  },
  'firm-next-run': {
    objection: 'It goes out with the next run.',
    answer:
      'Good. Which day is that, which sum goes out, and who releases it? I note it and call you only if it is not here two days later.',
  },
  'firm-closed': {
    objection: 'The business is closed.',
    answer:
      'I am sorry to hear it. Since when, and was it sold, wound up, or is there a case at a court? Who looks after what is left?',
    never: ['Never suggest that a manager pays it out of pocket.'],
    leadsTo: 'hardship',
  },
  'firm-not-mine': {
    objection: 'That is the company’s debt, not mine.',
    answer:
      'I understand. I have it in the name of {{ debtor.name }}. If somebody gave a guarantee, I send you the page; if not, I speak only of the company.',
    never: ['Never claim a guarantee you have not seen.'],
    leadsTo: 'dispute',
  },
});

export const objectionCards: readonly ObjectionCard[] = [
  ...ofTheAccount,
  ...ofMeans,
  ...ofTheCall,
  ...ofTheLaw,
  ...ofEverybody,
  ...ofMoney,
  ...ofCollectors,
  ...ofMedicine,
  ...ofFirms,
];
