/**
 * The places of the window and which screen stands at each. Areas do not know each other: where one shows
 * a piece of another (letters inside an account), it is put together here. Heavy screens load when first seen.
 */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useGo } from '../bridge/navigation.ts';
import { AccountScreen } from '../features/account/account-screen.tsx';
import { LawScreen } from '../features/law/law-screen.tsx';
import { PlansScreen } from '../features/plans/plans-screen.tsx';
import { ReportsScreen } from '../features/reports/reports-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';
import { VaultSettings } from '../features/vault/vault-settings.tsx';
import { FrameRoot } from './frame-root.tsx';

const AccountsScreen = lazy(() =>
  import('../features/accounts/accounts-screen.tsx').then((module) => ({ default: module.AccountsScreen })),
);

const ImportScreen = lazy(() =>
  import('../features/import/import-screen.tsx').then((module) => ({ default: module.ImportScreen })),
);

const IncomingScreen = lazy(() =>
  import('../features/incoming/incoming-screen.tsx').then((module) => ({ default: module.IncomingScreen })),
);

const LettersScreen = lazy(() =>
  import('../features/letters/letters-screen.tsx').then((module) => ({ default: module.LettersScreen })),
);

const LetterPanel = lazy(() =>
  import('../features/letters/letter-panel.tsx').then((module) => ({ default: module.LetterPanel })),
);

const CalendarScreen = lazy(() =>
  import('../features/calendar/calendar-screen.tsx').then((module) => ({ default: module.CalendarScreen })),
);

const ScriptsScreen = lazy(() =>
  import('../features/scripts/scripts-screen.tsx').then((module) => ({ default: module.ScriptsScreen })),
);

const StrategiesScreen = lazy(() =>
  import('../features/strategies/strategies-screen.tsx').then((module) => ({
    default: module.StrategiesScreen,
  })),
);

const ExportsScreen = lazy(() =>
  import('../features/exports/exports-screen.tsx').then((module) => ({ default: module.ExportsScreen })),
);

const NotesScreen = lazy(() =>
  import('../features/notes/notes-screen.tsx').then((module) => ({ default: module.NotesScreen })),
);

const root = createRootRoute({ component: FrameRoot });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' });
  },
});

const today = createRoute({ getParentRoute: () => root, path: '/today', component: TodayScreen });

const accounts = createRoute({ getParentRoute: () => root, path: '/accounts', component: AccountsScreen });

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId',
  component: AccountPlace,
});

function AccountPlace() {
  const accountId = Number(account.useParams().accountId);
  // The letters bring the PDF reader with them; the rest of the account does not wait for it.
  const panel = (
    <Suspense fallback={null}>
      <LetterPanel accountId={accountId} />
    </Suspense>
  );
  return <AccountScreen accountId={accountId} letterPanel={panel} />;
}

const plans = createRoute({ getParentRoute: () => root, path: '/plans', component: PlansScreen });

const calendar = createRoute({ getParentRoute: () => root, path: '/calendar', component: CalendarScreen });

const scripts = createRoute({ getParentRoute: () => root, path: '/scripts', component: ScriptsScreen });

const strategies = createRoute({
  getParentRoute: () => root,
  path: '/strategies',
  component: StrategiesScreen,
});

const notes = createRoute({ getParentRoute: () => root, path: '/notes', component: NotesScreen });

const exported = createRoute({ getParentRoute: () => root, path: '/exports', component: ExportsScreen });

const letters = createRoute({ getParentRoute: () => root, path: '/letters', component: LettersScreen });

const imports = createRoute({ getParentRoute: () => root, path: '/import', component: ImportScreen });

const incoming = createRoute({ getParentRoute: () => root, path: '/incoming', component: IncomingScreen });

const reports = createRoute({ getParentRoute: () => root, path: '/reports', component: ReportsScreen });

const rules = createRoute({ getParentRoute: () => root, path: '/rules', component: LawScreen });

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { about?: true } =>
    search.about === true ? { about: true } : {},
  component: SettingsPlace,
});

function SettingsPlace() {
  const { about } = settings.useSearch();
  return <SettingsScreen vaultSection={<VaultSettings />} showAbout={about === true} />;
}

const tree = root.addChildren([
  start,
  today,
  accounts,
  account,
  calendar,
  scripts,
  strategies,
  notes,
  exported,
  letters,
  plans,
  reports,
  imports,
  incoming,
  rules,
  settings,
]);

export function makeRouter() {
  return createRouter({
    routeTree: tree,
    history: createHashHistory(),
    defaultNotFoundComponent: LostPlace,
    // A desktop program shows the next screen at once; nothing is fetched ahead.
    defaultPendingMs: 0,
    scrollRestoration: false,
  });
}

function LostPlace() {
  const go = useGo();
  return (
    <div className="screen">
      <p>
        There is nothing at this place.{' '}
        <button type="button" onClick={() => go('today')}>
          Go to Today
        </button>
      </p>
    </div>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
