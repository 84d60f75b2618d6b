/**
 * Short and familiar forms of given names common in the United States. Compiled by hand for this program from everyday usage
 * (2026-11-22); no list of others was copied. A form may stand for several names (`Pat`), and then speaks for each of them a
 * little; two full names that only share a short form (`Patrick`, `Patricia`) are never taken for each other.
 */
const forms = `
abigail abby gail|abraham abe|albert al bert|alexander alex al sandy xander|alexandra alex sandra lexi|alfred al fred alfie|alice allie
allison allie ally|alan al|amanda mandy|amelia amy millie|andrew andy drew|angela angie|anita nita|ann annie nan nancy|anne annie nan
anthony tony|antonio tony|antoinette toni|arnold arnie|arthur art artie|augustus gus|barbara barb babs barbie|beatrice bea trixie
benjamin ben benny benji|bernard bernie|bradley brad|brandon bran|brenda bren|bridget biddy|caleb cal|calvin cal|cameron cam
candace candy|carolyn carol carrie|caroline carol carrie|casandra cassie|cassandra cassie sandra|catherine cathy cat kate katie
charles charlie chuck chas|charlotte charlie lottie|chester chet|christina chris tina chrissy|christine chris tina chrissy
christopher chris kit topher|clarence clare|clifford cliff|clinton clint|constance connie|cornelius neil|curtis curt|cynthia cindy
daniel dan danny|danielle dani|david dave davey|deborah deb debbie|debra deb debbie|delores dolly|dennis denny|diana di|diane di
dolores dolly lola|dominic dom nick|donald don donny donnie|dorothy dot dottie|douglas doug|duane dewey|dwight ike|edith edie
edmund ed eddie ned|eduardo ed eddie lalo|edward ed eddie ned ted teddy|edwin ed eddie win|eleanor ellie nell nora|elijah eli
elizabeth liz lizzie beth betty betsy eliza lisa libby bess|ellen nell ellie|emily em emmy|emma em|enrique rick|ernest ernie
eugene gene|eugenia gene genie|evelyn eve evie|ezekiel zeke|ferdinand ferdie|florence flo|frances fran fannie francie
francis frank fran|francisco frank paco pancho|franklin frank|frederick fred freddie rick fritz|gabriel gabe|gabrielle gabby
gary gar|geoffrey geoff jeff|george georgie|georgina gina|gerald gerry jerry|geraldine gerry|gilbert gil bert|gloria glo
grace gracie|gregory greg|guadalupe lupe|gwendolyn gwen|harold hal harry|harriet hattie|harrison harry|harvey harv|hector heck
helen nell|henrietta etta hettie|henry hank harry hal|herbert herb bert|herman herm|hope hopie|howard howie|hubert hugh bert
ignacio nacho|irene rena|irving irv|isaac ike|isabel bella izzy belle|isabella bella izzy|isidore izzy|jacob jake jay|jacqueline jackie
james jim jimmy jamie|jane janie jenny|janet jan|janice jan|jason jay|jeffrey jeff|jennifer jen jenny jenn|jeremiah jerry jeremy
jeremy jerry|jerome jerry|jesse jess|jessica jess jessie|jesus chuy|joan joanie|joann jo|joanna jo|jonathan jon jonny|johnathan jon john
john jack johnny jon|jose pepe|joseph joe joey|josephine jo josie|joshua josh|joyce joy|juan johnny|juanita nita|judith judy
julia julie|julian jules|karen kari|katherine kathy kate katie kat kathie kay kit|kathleen kathy kathie kate katie|kathryn kathy kate katie kat
kenneth ken kenny|kimberly kim|kristen kris|kristina kris tina|kristine kris tina|lawrence larry lars|leonard len lenny leo
leonardo leo|leroy lee roy|leslie les|lester les|lewis lew lou|lillian lil lilly|linda lindy|lloyd floyd|lorraine lori rainey
louis lou louie|louise lou|lucille lucy|lucinda lucy cindy|luis lou|luther lou|lydia lyddie|madeline maddie|magdalena lena maggie
manuel manny|marcus mark|margaret maggie meg peg peggy marge margie greta rita|margarita rita|maria mary mia|marian mary|marilyn mary
marjorie marge margie|martha marty mattie patty|martin marty|marvin marv|mary molly polly mamie mae|matthew matt matty|matilda tilly
maureen mo reenie|maurice morris mo|maxwell max|maximilian max|megan meg|melanie mel|melissa missy lissa mel|melvin mel|mercedes sadie
michael mike mickey mick|michelle shelly|mildred millie|miguel mike|mitchell mitch|mohammed mo|mohammad mo|muhammad mo|montgomery monty
morris mo|mortimer mort|moses moe|nancy nan|natalie nat|natasha tasha|nathan nate|nathaniel nate nat|nicholas nick nicky|nicolas nick
nicole nicki nikki|norman norm|oliver ollie|olivia liv livvy|oscar ozzie|pamela pam|patricia pat patty trish tricia|patrick pat paddy rick
paula polly|pauline polly|pedro pete|penelope penny|percival percy|peter pete|philip phil|phillip phil|phyllis phyl|priscilla cilla
rachel rae|ralph ralphie|ramon ray|randall randy|randolph randy|raphael rafe|raymond ray|rebecca becky becca|regina gina|reginald reg reggie
rene ren|reynaldo rey|ricardo rick ricky|richard rick dick rich richie ricky|robert bob bobby rob robbie bert|roberta bobbie robbie
roberto bob beto|roderick rod|rodney rod|rodolfo rudy|roger rodge|roland rollie|ronald ron ronnie|rosalind roz|rose rosie|rosemary rose rosie
roxanne roxie|rudolph rudy|russell russ rusty|ruth ruthie|samantha sam|samuel sam sammy|sandra sandy|sara sally sadie|sarah sally sadie
sebastian seb|seymour sy|shannon shan|sharon shari|sheldon shel|shirley shirl|sidney sid|silvester sly|solomon sol|sophia sophie|stanley stan
stephanie steph|stephen steve|steven steve|stewart stu|stuart stu|susan sue susie suzy|susanna sue susie|suzanne sue suzy|sylvester sly
sylvia syl|tabitha tabby|tamara tammy|teresa terry tess tessa terri|terrance terry|terrence terry|theodore ted teddy theo|theresa terry tess terri
thomas tom tommy|timothy tim timmy|tobias toby|tyrone ty|valerie val|vanessa nessa|veronica ronnie vicky|victor vic|victoria vicky tori
vincent vince vinny|viola vi|virginia ginny ginger|vivian viv|wallace wally|walter walt wally|warren wren|wayne way|wendell del|wesley wes
wilbur will|wilfred will fred|wilhelmina mina minnie|willard will|william bill billy will willie liam|winifred winnie|winston win
yolanda yoli|yvonne vonnie|zachary zach zack|zachariah zach zack`;

/** Every form with the full names it may stand for, itself among them. */
const fullNames: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  const add = (form: string, full: string) => {
    const known = found.get(form);
    if (known) known.add(full);
    else found.set(form, new Set([form, full]));
  };
  for (const entry of forms.split(/[|\n]/)) {
    const [full, ...short] = entry.trim().split(' ');
    if (full === undefined || full === '') continue;
    for (const form of short) add(form, full);
  }
  return found;
})();

/** Whether one given name is a familiar form of the other, both folded to lower case. Equal names are not asked here. */
export function isNicknameOf(a: string, b: string): boolean {
  return (fullNames.get(a)?.has(b) ?? false) || (fullNames.get(b)?.has(a) ?? false);
}
