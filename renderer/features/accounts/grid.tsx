/**
 * The grid of accounts: only the rows in sight and a few pages around them are ever in memory, whatever the
 * size of the book. It asks for pages, keeps the cursor row selected, and tells how its columns stand.
 */
import {
  CellStyleModule,
  type ColDef,
  ColumnApiModule,
  ColumnAutoSizeModule,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { memo, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { type AccountRow, type AccountSort, accountSorts } from '../../../shared/contract/accounts.ts';
import type { Day } from '../../../shared/domain/days.ts';
import type { Fault } from '../../../shared/errors/result.ts';
import { columnsFor } from './columns.ts';
import { gridIcons } from './grid-icons.ts';
import type { ListView } from './list-view.ts';
import { type PageSource, pageSize } from './page-source.ts';
import './grid.css';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CellStyleModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
]);

const shape = {
  fontFamily: 'inherit',
  fontSize: '0.8125rem',
  headerFontSize: '0.8125rem',
  headerFontWeight: 600,
  rowHeight: '1.6875rem',
  headerHeight: '1.8125rem',
  cellHorizontalPadding: '0.5rem',
  wrapperBorderRadius: 4,
  backgroundColor: 'var(--mantine-color-body)',
  foregroundColor: 'var(--mantine-color-text)',
  textColor: 'var(--mantine-color-text)',
  headerBackgroundColor: 'var(--duebook-frame)',
  headerTextColor: 'var(--mantine-color-text)',
  borderColor: 'var(--duebook-line)',
  rowHoverColor: 'var(--duebook-hover)',
  selectedRowBackgroundColor: 'var(--duebook-selected)',
  columnBorder: false,
};

const gridTheme = themeQuartz
  .withParams({ ...shape, browserColorScheme: 'light' }, 'light')
  .withParams({ ...shape, browserColorScheme: 'dark' }, 'dark');

export type GridSort = { readonly sort: AccountSort; readonly descending: boolean };

/** What stands behind the grid for one filter; the order is the grid's own. */
export type GridRows = {
  source(order: GridSort): PageSource;
  /** How many rows there are, once known. */
  readonly count: number | null;
};

export type AccountGridHandle = {
  /** Other rows from now on, from the top. */
  show(rows: GridRows): void;
  setCount(count: number): void;
  /** The same rows anew, where the list stands. */
  refresh(): void;
  focusRow(row: number): void;
  order(): GridSort;
  columns(): readonly { id: string; title: string; hidden: boolean }[];
  setColumnShown(id: string, shown: boolean): void;
};

export type AccountGridProps = {
  /** How the list stood when it was left; read once. */
  readonly view: ListView;
  readonly today: Day;
  readonly zone: string;
  /** The rows to begin with; later ones come through `show`. */
  readonly rows: GridRows & { readonly count: number };
  readonly ref: Ref<AccountGridHandle>;
  // These must stay the same functions for as long as the grid stands.
  open(accountId: number): void;
  leaveUp(): void;
  change(part: Partial<ListView>): void;
  failed(fault: Fault): void;
  /** The first rows are drawn: a row can take the focus. */
  drawn(): void;
};

/** Drawn anew only on another day: the view it is given changes with every key. */
export const AccountGrid = memo(
  DrawnGrid,
  (before, after) => before.today === after.today && before.zone === after.zone,
);

function DrawnGrid({ view, today, zone, rows, ref, open, leaveUp, change, failed, drawn }: AccountGridProps) {
  const api = useRef<GridApi<AccountRow> | null>(null);
  const shown = useRef<GridRows>(rows);
  const failedRef = useRef(failed);
  // How the list stood matters once; afterwards the grid is the one that knows.
  const begin = useRef(view);
  const columns = useMemo(
    () => columnsFor(begin.current, { today, zone }) as ColDef<AccountRow>[],
    [today, zone],
  );

  const datasource = useMemo(() => datasourceOf(shown, failedRef.current), []);

  useImperativeHandle(
    ref,
    () => ({
      show(next) {
        shown.current = next;
        const grid = api.current;
        if (!grid) return;
        grid.deselectAll();
        const first = grid.getFirstDisplayedRowIndex();
        if (first <= 0 && grid.getLastDisplayedRowIndex() < pageSize) {
          // At the top the rows in sight take the new figures in place, which is what typing needs.
          grid.refreshInfiniteCache();
        } else {
          // Anywhere else the pages kept are dropped and the grid starts over.
          grid.setGridOption('datasource', datasourceOf(shown, failedRef.current));
          if (next.count !== null) grid.setRowCount(next.count, true);
          if (grid.getDisplayedRowCount() > 0) grid.ensureIndexVisible(0, 'top');
        }
      },
      setCount(count) {
        shown.current = { ...shown.current, count };
        api.current?.setRowCount(count, true);
      },
      refresh() {
        const grid = api.current;
        if (!grid) return;
        shown.current.source(orderOf(grid)).forget();
        grid.refreshInfiniteCache();
      },
      focusRow(row) {
        const grid = api.current;
        if (!grid || grid.getDisplayedRowCount() === 0) return;
        const target = Math.min(row, grid.getDisplayedRowCount() - 1);
        grid.ensureIndexVisible(target);
        const column = grid.getAllDisplayedColumns()[0];
        if (column) grid.setFocusedCell(target, column);
      },
      order() {
        return api.current
          ? orderOf(api.current)
          : { sort: begin.current.sort, descending: begin.current.descending };
      },
      columns() {
        const grid = api.current;
        if (!grid) return [];
        return grid.getColumnState().map((state) => ({
          id: state.colId,
          title: grid.getColumnDef(state.colId)?.headerName ?? state.colId,
          hidden: state.hide === true,
        }));
      },
      setColumnShown(id, isShown) {
        api.current?.setColumnsVisible([id], isShown);
      },
    }),
    [],
  );

  const saveColumns = (grid: GridApi<AccountRow>) =>
    change({
      columns: grid.getColumnState().map((state) => ({
        id: state.colId,
        width: Math.round(state.width ?? 100),
        hidden: state.hide === true,
      })),
    });

  return (
    <div className="account-grid">
      <AgGridReact<AccountRow>
        theme={gridTheme}
        icons={gridIcons}
        rowModelType="infinite"
        columnDefs={columns}
        maintainColumnOrder
        defaultColDef={{
          sortable: true,
          resizable: true,
          suppressHeaderMenuButton: true,
          minWidth: 60,
          tooltipValueGetter: ({ value }) => String(value ?? ''),
        }}
        datasource={datasource}
        cacheBlockSize={pageSize}
        infiniteInitialRowCount={rows.count}
        maxBlocksInCache={40}
        maxConcurrentDatasourceRequests={2}
        blockLoadDebounceMillis={0}
        rowBuffer={8}
        getRowId={({ data }) => String(data.accountId)}
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: true }}
        ensureDomOrder
        animateRows={false}
        suppressAnimationFrame
        suppressDragLeaveHidesColumns
        suppressNoRowsOverlay
        suppressCellFocus={false}
        tooltipShowDelay={600}
        tooltipShowMode="whenTruncated"
        onGridReady={(event) => {
          api.current = event.api;
          const { topRow } = begin.current;
          if (topRow > 0 && topRow < rows.count) event.api.ensureIndexVisible(topRow, 'top');
        }}
        onFirstDataRendered={drawn}
        onCellFocused={(event) => {
          if (event.rowIndex === null || event.rowIndex === undefined) return;
          const node = event.api.getDisplayedRowAtIndex(event.rowIndex);
          if (!node?.data) return;
          node.setSelected(true, true);
          change({ selected: { accountId: node.data.accountId, row: event.rowIndex } });
        }}
        onCellKeyDown={(event) => {
          const press = event.event;
          if (!(press instanceof KeyboardEvent) || press.altKey || press.ctrlKey || press.metaKey) return;
          if (press.key === 'Enter' && event.data) open(event.data.accountId);
          if (press.key === 'ArrowUp' && event.rowIndex === 0) leaveUp();
        }}
        onCellClicked={(event) => {
          if (event.column.getColId() === 'name' && event.data) open(event.data.accountId);
        }}
        onCellDoubleClicked={(event) => {
          if (event.data) open(event.data.accountId);
        }}
        onSortChanged={(event) => {
          const order = orderOf(event.api);
          change({ ...order, topRow: 0 });
        }}
        onColumnResized={(event) => {
          if (event.finished && event.source !== 'api') saveColumns(event.api);
        }}
        onColumnMoved={(event) => {
          if (event.finished) saveColumns(event.api);
        }}
        onColumnVisible={(event) => saveColumns(event.api)}
        onBodyScrollEnd={(event) => change({ topRow: event.api.getFirstDisplayedRowIndex() })}
      />
    </div>
  );
}

function orderOf(grid: GridApi<AccountRow>): GridSort {
  const sorted = grid.getColumnState().find((state) => state.sort === 'asc' || state.sort === 'desc');
  return orderFrom(sorted?.colId, sorted?.sort);
}

function orderFrom(columnId: string | undefined, direction: string | null | undefined): GridSort {
  const sort = accountSorts.find((one) => one === columnId) ?? 'name';
  return { sort, descending: direction === 'desc' };
}

function datasourceOf(shown: { readonly current: GridRows }, failed: (fault: Fault) => void): IDatasource {
  return {
    getRows({ startRow, sortModel, successCallback, failCallback }) {
      const rows = shown.current;
      const first = sortModel[0];
      void rows
        .source(orderFrom(first?.colId, first?.sort))
        .page(startRow / pageSize)
        .then((result) => {
          if (!result.ok) {
            failed(result.error);
            failCallback();
            return;
          }
          const { rows: page, next } = result.value;
          successCallback([...page], next === null ? startRow + page.length : (rows.count ?? undefined));
        });
    },
  };
}
