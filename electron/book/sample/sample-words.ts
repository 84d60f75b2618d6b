/**
 * The invented world of the sample office. No person, practice or shop here exists; numbers are from the
 * range kept free for fiction (555-0100 to 555-0199), streets are made up.
 */
export const givenNames = [
  'Adaeze', 'Alma', 'Amir', 'Anneke', 'Arjun', 'Beatriz', 'Bennett', 'Bryony', 'Callum', 'Carmela', 'Chiara', 'Dalton',
  'Dasha', 'Delphine', 'Desmond', 'Eamon', 'Edith', 'Elias', 'Esperanza', 'Fatima', 'Florence', 'Gideon', 'Gloria', 'Hamid',
  'Harriet', 'Henrik', 'Ines', 'Ingrid', 'Isidro', 'Jamila', 'Jolene', 'Joaquin', 'Keiko', 'Kendra', 'Lamar', 'Leopold',
  'Linh', 'Lucinda', 'Magnus', 'Maribel', 'Marguerite', 'Moses', 'Nadia', 'Nikolai', 'Odette', 'Omar', 'Ottilie', 'Paloma',
  'Percival', 'Priya', 'Quentin', 'Rafaela', 'Renata', 'Rufus', 'Sabine', 'Santiago', 'Seraphina', 'Soledad', 'Tadeusz',
  'Tamsin', 'Thaddeus', 'Ulrich', 'Valentina', 'Wanda', 'Wendell', 'Xiomara', 'Yusuf', 'Zelda', 'Zoltan', 'Noor',
] as const;

export const familyNames = [
  'Abernethy', 'Aldarondo', 'Ashdown', 'Barrowcliff', 'Beaulieu', 'Bergstrom', 'Birtwhistle', 'Bonaventura', 'Castellane',
  'Chukwuma', 'Coldwater', 'Crabtree', 'Dallimore', 'Delacroix-Whitfield', 'Drummond', 'Eastlake', 'Espinoza-Vance', 'Fairweather',
  'Featherstone', 'Fitzwarren', 'Galbraith', 'Garrido', 'Goldenberg', 'Greenhalgh', 'Haldane', 'Hargreaves', 'Hollingworth',
  'Ibarrola', 'Ivanek', 'Jankowiak', 'Jessamy', 'Kettleburn', 'Kinnaird', 'Kovalenko', 'Lachapelle', 'Langstrom', 'Lightfoot',
  'Mackworth', 'Marchetti', 'Merriweather', 'Montclair', 'Nakagiri', 'Nightingale', 'Obuasi', 'Oppenshaw', 'Ortolan',
  'Pemberley', 'Pettibone', 'Quarrington', 'Quintanilla-Reyes', 'Rademaker', 'Ravenscroft', 'Rosenquist', 'Sandoval-Pike',
  'Satterthwaite', 'Silverbrook', 'Stavropoulos', 'Tanqueray', 'Thistlewood', 'Underhill', 'Uzunov', 'Vandermolen',
  'Villanueva-Ortiz', 'Wainscott', 'Weatherby', 'Winterbourne', 'Xanthos', 'Yarborough', 'Yelverton', 'Zamecnik',
] as const;

export const businessNames = [
  'Pinecrest Tile & Stone LLC', 'Blue Heron Catering Inc', 'Ironbridge Fabrication LLC', 'Saltmarsh Landscaping',
  'Northgate Dental Supply Co', 'Fernwood Property Group LLC', 'Quarry Lane Auto Body', 'Sunhollow Bakery LLC',
  'Three Rivers Courier Inc', 'Marlowe & Finch Interiors', 'Copperfield Roofing LLC', 'Juniper Street Studio',
  'Harborview Charter Services Inc', 'Wildrye Organic Farm', 'Stonecutter Brewing Co', 'Larkspur Daycare LLC',
] as const;

export const streets = [
  'Alderbrook Ln', 'Applegate Ct', 'Birch Hollow Rd', 'Brindle Way', 'Candlewick Dr', 'Cinder Mill Rd', 'Dovecote St', 'Elderflower Ave',
  'Foxglove Ter', 'Granary Row', 'Heron Pond Rd', 'Ironwood Pl', 'Juniper Bend', 'Kestrel Loop', 'Larchmont Ave', 'Millrace St',
  'Nettle Creek Rd', 'Old Ferry Rd', 'Partridge Run', 'Quarry Lane', 'Rosehip St', 'Saddleback Trl', 'Thornbury Ave', 'Willowmere Dr',
] as const;

/** City, state, ZIP and an area code of the place. */
export const places = [
  ['Austin', 'TX', '78704', '512'], ['Toledo', 'OH', '43606', '419'], ['Spokane', 'WA', '99203', '509'], ['Savannah', 'GA', '31405', '912'],
  ['Duluth', 'MN', '55804', '218'], ['Fresno', 'CA', '93704', '559'], ['Albany', 'NY', '12208', '518'], ['Mobile', 'AL', '36608', '251'],
  ['Pueblo', 'CO', '81005', '719'], ['Erie', 'PA', '16506', '814'], ['Boise', 'ID', '83706', '208'], ['Tulsa', 'OK', '74114', '918'],
  ['Knoxville', 'TN', '37919', '865'], ['Flagstaff', 'AZ', '86001', '928'], ['Bangor', 'ME', '04401', '207'], ['Omaha', 'NE', '68132', '402'],
] as const;

export type SampleKind = 'retail' | 'utility' | 'medical' | 'legal_fees';

/** Who placed the debts, how many accounts each has, and what was owed for. */
export const sampleClients: readonly {
  readonly name: string;
  readonly kind: SampleKind;
  readonly accounts: number;
  readonly prefix: string;
  readonly items: readonly string[];
  readonly leastCents: number;
  readonly mostCents: number;
}[] = [
  {
    name: 'Brightwater Outfitters', kind: 'retail', accounts: 62, prefix: 'BW', leastCents: 4_500, mostCents: 190_000,
    items: ['Store account', 'Layaway balance', 'Furniture set', 'Appliance, delivered'],
  },
  {
    name: 'Lantern Valley Electric Co-op', kind: 'utility', accounts: 48, prefix: 'LV', leastCents: 3_800, mostCents: 82_000,
    items: ['Final bill', 'Electric service', 'Meter deposit shortfall', 'Budget billing true-up'],
  },
  {
    name: 'Cedar Hollow Family Medicine', kind: 'medical', accounts: 92, prefix: 'CH', leastCents: 2_000, mostCents: 240_000,
    items: ['Office visit, deductible', 'Laboratory work', 'Minor procedure', 'Urgent visit', 'Copay', 'Imaging, patient share'],
  },
  {
    name: 'Okonjo & Lindqvist, Attorneys', kind: 'legal_fees', accounts: 48, prefix: 'OL', leastCents: 25_000, mostCents: 1_450_000,
    items: ['Retainer shortfall', 'Contract review', 'Estate planning', 'Lease negotiation', 'Court appearance', 'Filing costs advanced'],
  },
];

export const callNotes: Readonly<Record<string, readonly string[]>> = {
  right_party: [
    'Spoke with the debtor. Waiting for the next pay day before deciding.',
    'Asked for an itemised statement before paying. Statement to be mailed.',
    'Says two shifts were cut in the spring. Will look at what is possible and call back.',
  ],
  promise_to_pay: ['Promised to pay by cheque. Read the address back twice.', 'Will pay online from the next salary.'],
  no_answer: [''],
  voicemail_left: ['Left the short message with our name and number only.'],
  busy: [''],
  callback: ['At work, asked for a call in the evening.'],
  refused: ['Says the bill is too high and will not pay without talking to the manager.'],
  third_party: ['A room mate answered. Asked only when the person can be reached; nothing was said about the matter.'],
  disputed: ['Disputes the second charge: says the goods went back. Asked for it in writing and paused the account.'],
  payment_taken: ['Took a payment over the phone and read the confirmation number back.'],
};

export const plainNotes = [
  'Mail came back once; new apartment number found in the client’s file.',
  'Prefers letters in large print.',
  'Client confirms that no insurance payment is still open.',
  'Sent a copy of the signed agreement.',
  'Works nights: best reached after two in the afternoon.',
  'Asked to have the statement split by visit.',
  'Cheque number was unreadable; scan kept with the client.',
] as const;

export const nextSteps = [
  'Call again', 'Send statement', 'Review with client', 'Send past due notice', 'Check for payment', 'Ask for documents', 'Offer a plan',
] as const;
