// `npm run rule-pack`: makes rule packs for offices to load.
//
//   npm run rule-pack -- keygen <file>               a new key pair; the private key goes to the file, the public one is shown
//   npm run rule-pack -- sign <pack.json> --key <file>   writes <pack>.duebook-rules beside it
//   npm run rule-pack -- verify <file>               whether a signed pack is whole and would be taken

import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lawBookOf, shippedLaw } from '../../shared/rules/law-book.ts';
import { differenceOf } from '../../shared/rules/packs/difference.ts';
import { parsePack, parsePackFile, textToSign } from '../../shared/rules/packs/pack.ts';
import { runCommand, SetupError } from '../runtime/setup-error.ts';

const usage =
  'Use: npm run rule-pack -- keygen <file> | sign <pack.json> --key <file> | verify <signed file>';

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new SetupError(`${file} cannot be read.`);
  }
}

async function writeNew(file: string, text: string, mode?: number): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new SetupError(
      taken ? `${file} is there already; it is not overwritten.` : `${file} cannot be written.`,
    );
  }
}

/** The public key as an office stores it: base64 of its DER (SPKI) form. */
function publicText(key: ReturnType<typeof createPublicKey>): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

async function keygen(file: string): Promise<number> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await writeNew(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  console.log(`The private key is in ${file}. Keep it in a safe place and hand it to nobody.`);
  console.log(`The public key, for offices to add: ${publicText(publicKey)}`);
  return 0;
}

async function signPack(file: string, keyFile: string): Promise<number> {
  let text: string;
  try {
    text = textToSign(JSON.parse(await read(file)));
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`${file} is not a rule pack an office would take: ${String(error)}`);
  }
  const pem = await read(keyFile);
  let key: ReturnType<typeof createPrivateKey>;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new SetupError(`${keyFile} holds no private key.`);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new SetupError(`${keyFile} holds no Ed25519 key.`);
  const signature = sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
  const { dir, name } = path.parse(file);
  const target = path.join(dir, `${name}.duebook-rules`);
  await writeNew(
    target,
    `${JSON.stringify({ pack: text, signature, key: publicText(createPublicKey(key)) })}\n`,
  );
  console.log(`${target} is signed.`);
  return 0;
}

async function verifyPack(file: string): Promise<number> {
  const signed = parsePackFile(await read(file));
  if (!signed.ok) throw new SetupError(`${file} is no signed rule pack (${signed.error.code}).`);
  const { pack: text, signature, key } = signed.value;
  let holds = false;
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    holds =
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    holds = false;
  }
  if (!holds)
    throw new SetupError(
      `The signature of ${file} does not hold: it was changed, or signed with another key.`,
    );
  const pack = parsePack(text);
  if (!pack.ok) throw new SetupError(`${file} is signed, but no office would take it (${pack.error.code}).`);
  const { version, publishedOn, publisher } = pack.value;
  console.log(`Version ${version} of ${publishedOn}, by ${publisher}. Key: ${key}`);
  for (const { ruleId, before, after } of differenceOf(shippedLaw, lawBookOf(pack.value))) {
    console.log(`${ruleId}\n  before: ${before}\n  after:  ${after}`);
  }
  return 0;
}

await runCommand(async () => {
  const [verb, file, flag, keyFile, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) throw new SetupError(usage);
  if (verb === 'keygen' && flag === undefined) return keygen(file);
  if (verb === 'sign' && flag === '--key' && keyFile !== undefined) return signPack(file, keyFile);
  if (verb === 'verify' && flag === undefined) return verifyPack(file);
  throw new SetupError(usage);
});
