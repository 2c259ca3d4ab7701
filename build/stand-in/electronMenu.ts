type Item = { readonly label?: string; readonly submenu?: readonly Item[] };

let shown: readonly Item[] = [];

/** Menus are remembered, not drawn: Chromium has no menu bar of the app's. */
export const Menu = {
  buildFromTemplate: (template: readonly Item[]): readonly Item[] => template,
  setApplicationMenu: (menu: readonly Item[] | null): void => {
    shown = menu ?? [];
  },
};

/** Every label of the application's menu, in order. */
export function menuLabels(items: readonly Item[] = shown): string[] {
  return items.flatMap((item) => [
    ...(item.label === undefined ? [] : [item.label]),
    ...menuLabels(item.submenu ?? []),
  ]);
}
