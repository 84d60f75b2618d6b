/** Words that stand nowhere else, one for each kind of thing a book holds about a person. */
export const canaries = {
  debtor: 'Zebulonquist',
  phone: '5125550187',
  street: 'Quillfeather',
  account: 'KX-90417-CANARY',
  note: 'xylophonewharf',
  call: 'marmaladeturret',
  payment: 'gossamerledger',
  reminder: 'pumpernickelvane',
  draft: 'halftypedheron',
  search: 'zebulonqu',
  letter: 'windowenvelopeotter',
  fileName: 'tangerinebarometer',
  fileContent: 'velvetsemaphorequay',
  trace: 'lanternfishparlor',
} as const;
