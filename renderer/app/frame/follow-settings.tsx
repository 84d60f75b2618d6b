/** Light, dark or as the system has it, from the settings of this computer. Zoom is main's. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useCall } from '../../bridge/queries.ts';

export function FollowSettings() {
  const settings = useCall('app.settings', {});
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const theme = settings.data?.theme;
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
  useEffect(() => {
    // AG Grid chooses its colours by this attribute.
    document.documentElement.dataset.agThemeMode = scheme;
  }, [scheme]);
  return null;
}
