/** Started with this, Duebook opens no window and waits in the tray. */
export const hiddenSwitch = '--hidden';
