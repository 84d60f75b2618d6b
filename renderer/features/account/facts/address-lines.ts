/** An address as it stands on an envelope, without the empty lines. */
import type { AddressFacts } from '../../../../shared/contract/accounts.ts';

type Parts = Pick<AddressFacts, 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country'>;

/** Parts of the last line that are missing leave no comma and no gap behind. The home country is not named. */
export function addressLines(address: Parts): readonly string[] {
  const place = [address.city, [address.region, address.postalCode].filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join(', ');
  const country = /^(us|usa|united states)?$/i.test(address.country.trim()) ? '' : address.country;
  return [address.line1, address.line2, place, country].filter((line) => line !== '');
}
