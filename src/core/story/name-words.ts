import type { Gender } from "./story.ts";

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Titles that stand before a name; the gender they prove, or null. */
export const titles = new Map<string, Gender | null>([
  ...list(
    "male",
    "mr mister master sir lord monsieur m herr signor senor don father brother uncle king prince duke count baron earl squire grandfather friar abbot emperor vicomte comte marquis mester",
  ),
  ...list(
    "female",
    "mrs miss ms mistress madam madame mme mademoiselle mlle lady dame queen princess duchess countess baroness aunt sister mother grandmother frau fraulein signora signorina senora empress abbess nurse aunty widow comtesse marquise",
  ),
  ...list(
    null,
    "dr doctor captain capt colonel col major maj general gen lieutenant lieut lt sergeant sergt sgt corporal private inspector constable reverend rev professor prof judge justice mayor bishop cardinal dean admiral commodore president governor saint marshal cousin old young little poor dear",
  ),
]);

/** Words that are part of a title's place but say nothing about who is meant. */
export const softTitles = words("old young little poor dear");

/** First names that were common in English fiction, for telling he from she. */
export const firstNames = new Map<string, Gender>([
  ...known(
    "male",
    `aaron abel abraham adam adrian alan albert alec alexander alfred algernon allan ambrose amos andrew anthony antony archibald archie arthur aubrey augustus barnaby barney
    bartholomew basil ben benjamin bernard bertie bertram bill billy bob bobby boris bruce cecil cedric charles charlie charley christopher clarence claude clement clive colin cuthbert cyril dan daniel
    david denis dennis dick dominic donald douglas duncan edgar edmund edward edwin elijah eric ernest eugene felix ferdinand francis frank fred freddie frederic frederick gabriel geoffrey george
    gerald gilbert giles godfrey gordon graham gregory guy harold harry hector henry herbert hercules horace horatio hugh humphrey isaac ishmael israel ivan jack jacob jake james jasper jeff jeremiah jeremy jerry jim jimmy
    job joe joel john johnny jonah jonas jonathan joseph joshua julian justin keith kenneth lancelot laurence lawrence leonard leopold lewis lionel lorcan louis luke malcolm marcus mark marmaduke martin matthew
    maurice max michael miles mike mortimer nathan nathaniel ned neil nicholas nick noah noel norman oliver oscar oswald otto owen patrick paul percy perceval peter phil philip phineas pip
    quentin ralph randolph raymond reginald richard rob robert robin roderick rodney roger roland ronald rupert sam samson samuel saul sebastian seth sidney silas simon solomon stanley stephen steven sydney
    ted terence theodore thomas tim timothy toby tobias tom tommy tony tristram ulysses uriah valentine vernon victor vincent walter watson wilfred will william willie wyndham yegor zachary huck sherlock mycroft fitzwilliam
    armand sid pete rufus enoch ebenezer obadiah jabez ezra cyrus amyas barney basil rawdon silas jed lem luther caleb ethan newland lambert gus wade glenn dirk leslie konstantin maxim anatole lucien marcel raoul emile gaston etienne pavel sergei dmitri alexei nikolai mikhail fyodor vasily pyotr stepan andrei grigory vassya jean pierre jacques henri francois hans karl franz fritz heinrich
    josef johann wilhelm friedrich rudolf ludwig gustav hermann kurt ernst georg jakob gottfried dietrich siegfried konrad klaus jürgen hugo gregor lothar matthias moritz andré rené alphonse guillaume philippe gérard achille hercule
    giuseppe antonio carlo luigi pietro lorenzo francesco stefano giorgio vincenzo vasili vladimir ilya pedro josé fernando manuel jorge sancho olaf knut
    huw gareth rhys dylan evan ifan idris kevin brian gary jason ryan josh alex chris greg craig derek ian stuart nigel trevor roy wayne carl sean shaun liam aidan connor declan ewan hamish angus callum fergus rory niall omar ahmed hassan karim tariq ravi arjun sanjay kenji hiro diego pablo juan luis miguel mateo marco luca giovanni paolo lars sven erik nils anders bjorn leo theo elias anton viktor emil simeon desmond ezekiel gideon rafael carlos javier kofi kwame tunde`,
  ),
  ...known(
    "female",
    `antoinette jeannette genevieve gabrielle madeleine margot claudine estelle eugenie lucille marcelle nanette ninette suzette therese valerie helga gretchen ludmila tamara bianca carlotta francesca giulia teresa juanita mercedes rosalia conchita
    abigail ada adela adelaide adele agatha agnes alexandra alice alicia alison amabel amanda amelia amy anastasia angela angelica ann anna annabel anne annie antonia arabella audrey augusta
    aurora barbara beatrice becky bella belinda bertha bess bessie beth betsy betsey betty biddy blanche brenda bridget camilla caroline carrie catherine catharine cecilia cecily celia charlotte christina clara clarissa
    claudia clementina constance cora cordelia cynthia daisy daphne deborah delia delphine diana dilly dinah dolly dora dorcas doris dorothea dorothy edith edna effie eileen elaine eleanor eliza elizabeth ella ellen elsie emily
    emma emmeline estella esther ethel eugenia eva evangeline eve eveline evelyn fanny felicia felicity flora florence frances freda georgiana georgina geraldine gertrude gladys grace griselda gwen gwendolen
    hannah harriet harriett hatty helen helena henrietta hermione hester hetty hilda honoria ida irene iris isabel isabella ivy jane janet jean jemima jennie jenny jessica jessie joan joanna josephine judith
    judy julia juliet june justine kate katherine kathleen kathy katie kitty laura lavinia leonora letitia lily linda lizzie lizzy lottie louisa louise lucinda lucy lydia mabel madeline madge maggie marcia
    margaret margery maria marian marianne marie marion marjorie martha mary matilda maud may melissa mildred millicent mina minnie miranda miriam molly muriel myra nancy nell nellie nelly nora norah olive
    olivia ophelia pamela patience patty pauline peggy penelope philippa phoebe phyllis polly priscilla prudence rachel rebecca rhoda rosa rosalie rosalind rosamond rose rosemary ruth sally sarah selina
    sheila sibyl sonia sophia sophie sophy stella susan susanna sylvia sybil tabitha tess theodora theresa tilly una ursula valentina vera victoria viola violet virginia vivian wendy wilhelmina winifred yvonne marguerite dejah
    hortense celeste celestine suzanne lisette fleur yvette mathilde dolores carmen lena greta hilde ingrid natasha sonya olga tatiana nastasya katya masha
    ines inez tilda maya zoe chloe megan holly kelly tracy sharon karen lisa nicole michelle heather jennifer sara leah naomi nadia leila layla fatima aisha amina priya anjali yuki mei lucia sofia elena ana carla paula gina astrid freya sigrid kirsten heidi annika petra hana bronwyn gwyneth sian rhian nia catrin mair carys siobhan niamh aoife maeve moira fiona isla ailsa morag tamsin imogen poppy hattie mabli esme ottilie thea mira nina vivienne claire odette colette simone camille josie rosie ellie evie`,
  ),
]);

/** Short forms and the names they stand for. */
export const nicknames = new Map<string, string[]>([
  ...short("lizzy lizzie liz eliza bess bessie beth betsy betsey betty", "elizabeth"),
  ...short("kitty kate katie cathy", "catherine"),
  ...short("gussie gus", "augusta augustus"),
  ...short("tom tommy", "thomas"),
  ...short("bill billy will willie", "william"),
  ...short("bob bobby rob robin", "robert"),
  ...short("dick dickie rick", "richard"),
  ...short("harry hal", "henry harold"),
  ...short("jack johnny", "john jonathan"),
  ...short("jim jimmy jem", "james"),
  ...short("ned ted teddy eddie", "edward"),
  ...short("fred freddie freddy", "frederick"),
  ...short("sam sammy", "samuel"),
  ...short("ben benny", "benjamin"),
  ...short("dan danny", "daniel"),
  ...short("nick", "nicholas"),
  ...short("joe joey", "joseph"),
  ...short("peggy maggie meg madge", "margaret"),
  ...short("margot", "marguerite"),
  ...short("molly", "mary"),
  ...short("nelly nell nellie", "ellen eleanor helen"),
  ...short("fanny", "frances"),
  ...short("sally", "sarah"),
  ...short("nancy annie", "anne ann anna"),
  ...short("huck", "huckleberry"),
  ...short("charlie charley", "charles"),
  ...short("frank", "francis"),
  ...short("bella", "isabella"),
  ...short("susy sukey sue", "susan"),
  ...short("tony", "anthony antony"),
  ...short("art", "arthur"),
  ...short("mina", "wilhelmina"),
  ...short("becky", "rebecca"),
  ...short("jennie jenny", "jane"),
  ...short("dolly", "dorothea dorothy"),
  ...short("laurie", "laurence lawrence theodore"),
  ...short("phil pip", "philip"),
  ...short("matt", "matthew"),
  ...short("steve", "stephen steven"),
  ...short("mike mick", "michael"),
  ...short("andy", "andrew"),
  ...short("bertie", "bertram albert herbert"),
  ...short("gertie", "gertrude"),
  ...short("tess tessy", "theresa teresa"),
  ...short("milly", "mildred millicent"),
  ...short("lucy", "lucinda"),
]);

/** Capitalised words that are never people. */
export const notNames =
  words(`i oh ah o yes no well now then there here what why how who where when which whose god lord lordship ladyship majesty heaven heavens hell christ jesus
  english englishman englishmen englishwoman french frenchman german germans american americans italian spanish spaniard russian indian indians irish scotch scottish welsh dutch greek roman latin hebrew chinese turkish persian jew jews jewish
  christian christians christianity catholic protestant europe european asia africa america england london paris france germany italy spain russia scotland ireland wales india australia york
  monday tuesday wednesday thursday friday saturday sunday january february july september october november december christmas easter michaelmas sabbath whitsuntide
  chapter volume book part preface contents gutenberg project ebook editor illustration note the a an my your his her its our their this that these those it he she we they you and but or for nor so yet if
  north south east west bible testament providence nature fate death time fortune esq jun sen hon am pm bc ad ii iii iv vi vii viii ix xi xii mr mrs miss sir madam ma'am gentlemen ladies thank please good look come
  let stop hush damn poor dear not never all one two three nothing everything everybody somebody nobody another ay aye nay alas hullo hallo hello hurrah ha eh um hum pooh gee twas tis chérie cherie monseigneur diary journal chronicle highness excellency`);

/** Nouns for people without a name. The gender they prove, or null. */
export const roleNouns = new Map<string, Gender | null>([
  ...list(
    "male",
    `man gentleman boy lad fellow husband father son brother uncle nephew grandfather king prince duke lord count baron earl waiter footman butler coachman clergyman policeman groom landlord host sailor
    fisherman workman ploughman old-man priest monk friar bridegroom huntsman postman milkman watchman churchman shopman chap papa dad daddy grandpa grandad knight squire page`,
  ),
  ...list(
    "female",
    "woman lady girl wife mother daughter sister aunt niece grandmother queen princess duchess countess maid housemaid housekeeper landlady hostess nurse governess waitress widow bride matron witch nun mamma mama mummy mum mom grandma granny actress maiden lass",
  ),
  ...list(
    null,
    `captain doctor lawyer stranger child servant clerk officer soldier driver cook teacher judge inspector sergeant colonel major general mate boatswain pilot carpenter blacksmith butcher baker miller shepherd farmer
    traveller visitor prisoner thief robber burglar beggar pirate merchant jeweller banker secretary detective constable bishop mayor minister vicar parson curate student pupil master guide guard porter messenger friend cousin client
    companion neighbour neighbor guest host customer owner voice-owner passenger professor surgeon poet painter artist sculptor musician editor hunter wizard ghost giant dwarf elf goblin hatter dormouse caterpillar
    cat dog rabbit hare mouse rat mole toad frog fox wolf bear lion tiger pig sheep goat horse donkey bird pigeon eagle owl duck dodo lory gryphon turtle lobster lizard fish footman-frog knave cook baby gardener executioner juror crab parrot eaglet magpie canary serpent puppy kitten`,
  ),
]);

/** Kin words that only mean somebody with a possessor before them. */
export const kinNouns = words(
  "father mother brother sister wife husband son daughter uncle aunt nephew niece cousin grandfather grandmother papa mamma friend companion master mistress guardian partner hostess host guest visitor lover",
);

function list<G extends Gender | null>(gender: G, names: string): [string, G][] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => [name, gender]);
}

function known(gender: Gender, names: string): [string, Gender][] {
  return list(gender, names);
}

function short(forms: string, full: string): [string, string[]][] {
  return forms.split(" ").map((form) => [form, full.split(" ")]);
}
