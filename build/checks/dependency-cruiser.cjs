// Which folder may import which. build/scripts/check-dependencies.ts runs this and fails when nothing was analysed.
// Layers named in a rule go from the one that uses to the one that is used; the other way round is refused.

const product = '^(shared|electron|renderer)/';

/** `from` may import what matches one of `allowed` inside the project; packages and Node are ruled elsewhere. */
function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from.path, ...(from.pathNot ? { pathNot: from.pathNot } : {}) },
    to: { path: '^(shared|electron|renderer|build|tests)/', pathNot: allowed },
  };
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    never(
      'no-cycles',
      'Modules that import each other cannot be read alone.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    never('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),

    only('renderer-imports', 'renderer imports renderer and shared.', { path: '^renderer/' }, [
      '^renderer/',
      '^shared/',
    ]),
    only('shared-imports', 'shared imports shared.', { path: '^shared/' }, ['^shared/']),
    only('book-imports', 'The book imports itself and shared.', { path: '^electron/book/' }, [
      '^electron/book/',
      '^shared/',
    ]),
    only('electron-imports', 'electron imports electron and shared.', { path: '^electron/' }, [
      '^electron/',
      '^shared/',
    ]),
    never(
      'main-starts-the-book-only',
      'Main knows the book worker by its messages: types only, no code.',
      { path: '^electron/', pathNot: '^electron/book/' },
      { path: '^electron/book/', dependencyTypesNot: ['type-only'] },
    ),

    never(
      'shared-without-node',
      'shared runs anywhere.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'renderer-without-node',
      'The window has no Node.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'electron-package-in-main-only',
      'The book worker, shared code and the window never see Electron.',
      { path: ['^electron/book/', '^shared/', '^renderer/'] },
      { path: ['node_modules/electron/', '^electron$'] },
    ),
    never(
      'driver-in-the-store-only',
      'Only the store opens the database.',
      { path: product, pathNot: '^electron/book/store/' },
      { path: ['node_modules/better-sqlite3', '^better-sqlite3$'] },
    ),

    never(
      'store-is-the-ground',
      'worker, jobs, services, store.',
      { path: '^electron/book/store/' },
      {
        path: '^electron/book/',
        pathNot: '^electron/book/store/',
      },
    ),
    never(
      'services-under-jobs',
      'worker, jobs, services, store.',
      { path: '^electron/book/services/' },
      { path: ['^electron/book/jobs/', '^electron/book/(worker|handlers)\\.ts$'] },
    ),
    never(
      'jobs-under-worker',
      'worker, jobs, services, store.',
      { path: '^electron/book/jobs/' },
      {
        path: '^electron/book/(worker|handlers)\\.ts$',
      },
    ),

    never(
      'main-wires',
      'main.ts only wires and start.ts only serves it and the tests.',
      { path: '^(electron|shared|renderer)/', pathNot: '^electron/main\\.ts$' },
      {
        path: '^electron/(main|start)\\.ts$',
      },
    ),
    never(
      'platform-is-the-ground',
      'window, output, scheduler, ipc, platform.',
      { path: '^electron/platform/' },
      {
        path: '^electron/(window|ipc|scheduler|output)/',
      },
    ),
    never(
      'ipc-under-its-users',
      'window, output, scheduler, ipc, platform.',
      { path: '^electron/ipc/' },
      {
        path: '^electron/(window|scheduler|output)/',
      },
    ),

    never(
      'errors-are-the-ground',
      'contract, rules, reports, templates, domain, errors.',
      { path: '^shared/errors/' },
      {
        path: '^shared/',
        pathNot: '^shared/errors/',
      },
    ),
    never(
      'domain-over-errors',
      'contract, rules, reports, templates, domain, errors.',
      { path: '^shared/domain/' },
      { path: '^shared/', pathNot: '^shared/(domain|errors)/' },
    ),
    never(
      'text-over-domain',
      'Sentences are about the domain and its errors.',
      { path: '^shared/text/' },
      {
        path: '^shared/',
        pathNot: '^shared/(text|domain|errors)/',
      },
    ),

    never(
      'scripts-over-rules',
      'Scripts know the domain and the rules, and no call or sentence of the window.',
      { path: '^shared/scripts/' },
      { path: '^shared/', pathNot: '^shared/(scripts|rules|domain|errors)/' },
    ),

    never(
      'features-stand-alone',
      'Areas of the window do not import each other: what two need goes to components or shared.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    never(
      'components-only-look',
      'Components make no calls and know no area.',
      { path: '^renderer/components/' },
      {
        path: '^renderer/(features|bridge|app)/',
      },
    ),
    never(
      'bridge-knows-no-screen',
      'The bridge serves the screens.',
      { path: '^renderer/bridge/' },
      {
        path: '^renderer/(features|app|components)/',
      },
    ),
    never(
      'features-under-app',
      'The app puts the areas together.',
      { path: '^renderer/features/' },
      {
        path: '^renderer/app/',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
