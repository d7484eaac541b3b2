/* Made by scripts/dev/make-entities: change that, not this. */
/* clang-format off */
#include "lib/parse/html/reference_names.h"

const struct reference_group reference_groups[] = {
    {0,
        "EligElig;MPMP;acuteacute;breve;circcirc;cy;fr;gravegrave;lpha;macr;nd;"
        "ogon;opf;pplyFunction;ringring;scr;ssign;tildetilde;umluml;"},
    {27,
        "ackslash;arv;arwed;cy;ecause;ernoullis;eta;fr;opf;reve;scr;umpeq;"},
    {39,
        "Hcy;OPYOPY;acute;ap;apitalDifferentialD;ayleys;caron;cedilcedil;circ;c"
        "onint;dot;edilla;enterDot;fr;hi;ircleDot;ircleMinus;irclePlus;ircleTim"
        "es;lockwiseContourIntegral;loseCurlyDoubleQuote;loseCurlyQuote;olon;ol"
        "one;ongruent;onint;ontourIntegral;opf;oproduct;ounterClockwiseContourI"
        "ntegral;ross;scr;up;upCap;"},
    {75,
        "D;Dotrahd;Jcy;Scy;Zcy;agger;arr;ashv;caron;cy;el;elta;fr;iacriticalAcu"
        "te;iacriticalDot;iacriticalDoubleAcute;iacriticalGrave;iacriticalTilde"
        ";iamond;ifferentialD;opf;ot;otDot;otEqual;oubleContourIntegral;oubleDo"
        "t;oubleDownArrow;oubleLeftArrow;oubleLeftRightArrow;oubleLeftTee;ouble"
        "LongLeftArrow;oubleLongLeftRightArrow;oubleLongRightArrow;oubleRightAr"
        "row;oubleRightTee;oubleUpArrow;oubleUpDownArrow;oubleVerticalBar;ownAr"
        "row;ownArrowBar;ownArrowUpArrow;ownBreve;ownLeftRightVector;ownLeftTee"
        "Vector;ownLeftVector;ownLeftVectorBar;ownRightTeeVector;ownRightVector"
        ";ownRightVectorBar;ownTee;ownTeeArrow;ownarrow;scr;strok;"},
    {129,
        "NG;THTH;acuteacute;caron;circcirc;cy;dot;fr;gravegrave;lement;macr;mpt"
        "ySmallSquare;mptyVerySmallSquare;ogon;opf;psilon;qual;qualTilde;quilib"
        "rium;scr;sim;ta;umluml;xists;xponentialE;"},
    {159,
        "cy;fr;illedSmallSquare;illedVerySmallSquare;opf;orAll;ouriertrf;scr;"},
    {167,
        "Jcy;TT;amma;ammad;breve;cedil;circ;cy;dot;fr;g;opf;reaterEqual;reaterE"
        "qualLess;reaterFullEqual;reaterGreater;reaterLess;reaterSlantEqual;rea"
        "terTilde;scr;t;"},
    {189,
        "ARDcy;acek;at;circ;fr;ilbertSpace;opf;orizontalLine;scr;strok;umpDownH"
        "ump;umpEqual;"},
    {201,
        "Ecy;Jlig;Ocy;acuteacute;circcirc;cy;dot;fr;gravegrave;m;macr;maginaryI"
        ";mplies;nt;ntegral;ntersection;nvisibleComma;nvisibleTimes;ogon;opf;ot"
        "a;scr;tilde;ukcy;umluml;"},
    {230,
        "circ;cy;fr;opf;scr;sercy;ukcy;"},
    {237,
        "Hcy;Jcy;appa;cedil;cy;fr;opf;scr;"},
    {245,
        "Jcy;TT;acute;ambda;ang;aplacetrf;arr;caron;cedil;cy;eftAngleBracket;ef"
        "tArrow;eftArrowBar;eftArrowRightArrow;eftCeiling;eftDoubleBracket;eftD"
        "ownTeeVector;eftDownVector;eftDownVectorBar;eftFloor;eftRightArrow;eft"
        "RightVector;eftTee;eftTeeArrow;eftTeeVector;eftTriangle;eftTriangleBar"
        ";eftTriangleEqual;eftUpDownVector;eftUpTeeVector;eftUpVector;eftUpVect"
        "orBar;eftVector;eftVectorBar;eftarrow;eftrightarrow;essEqualGreater;es"
        "sFullEqual;essGreater;essLess;essSlantEqual;essTilde;fr;l;leftarrow;mi"
        "dot;ongLeftArrow;ongLeftRightArrow;ongRightArrow;ongleftarrow;ongleftr"
        "ightarrow;ongrightarrow;opf;owerLeftArrow;owerRightArrow;scr;sh;strok;"
        "t;"},
    {305,
        "ap;cy;ediumSpace;ellintrf;fr;inusPlus;opf;scr;u;"},
    {314,
        "Jcy;acute;caron;cedil;cy;egativeMediumSpace;egativeThickSpace;egativeT"
        "hinSpace;egativeVeryThinSpace;estedGreaterGreater;estedLessLess;ewLine"
        ";fr;oBreak;onBreakingSpace;opf;ot;otCongruent;otCupCap;otDoubleVertica"
        "lBar;otElement;otEqual;otEqualTilde;otExists;otGreater;otGreaterEqual;"
        "otGreaterFullEqual;otGreaterGreater;otGreaterLess;otGreaterSlantEqual;"
        "otGreaterTilde;otHumpDownHump;otHumpEqual;otLeftTriangle;otLeftTriangl"
        "eBar;otLeftTriangleEqual;otLess;otLessEqual;otLessGreater;otLessLess;o"
        "tLessSlantEqual;otLessTilde;otNestedGreaterGreater;otNestedLessLess;ot"
        "Precedes;otPrecedesEqual;otPrecedesSlantEqual;otReverseElement;otRight"
        "Triangle;otRightTriangleBar;otRightTriangleEqual;otSquareSubset;otSqua"
        "reSubsetEqual;otSquareSuperset;otSquareSupersetEqual;otSubset;otSubset"
        "Equal;otSucceeds;otSucceedsEqual;otSucceedsSlantEqual;otSucceedsTilde;"
        "otSuperset;otSupersetEqual;otTilde;otTildeEqual;otTildeFullEqual;otTil"
        "deTilde;otVerticalBar;scr;tildetilde;u;"},
    {386,
        "Elig;acuteacute;circcirc;cy;dblac;fr;gravegrave;macr;mega;micron;opf;p"
        "enCurlyDoubleQuote;penCurlyQuote;r;scr;slashslash;tildetilde;times;uml"
        "uml;verBar;verBrace;verBracket;verParenthesis;"},
    {415,
        "artialD;cy;fr;hi;i;lusMinus;oincareplane;opf;r;recedes;recedesEqual;re"
        "cedesSlantEqual;recedesTilde;rime;roduct;roportion;roportional;scr;si;"},
    {434,
        "UOTUOT;fr;opf;scr;"},
    {439,
        "Barr;EGEG;acute;ang;arr;arrtl;caron;cedil;cy;e;everseElement;everseEqu"
        "ilibrium;everseUpEquilibrium;fr;ho;ightAngleBracket;ightArrow;ightArro"
        "wBar;ightArrowLeftArrow;ightCeiling;ightDoubleBracket;ightDownTeeVecto"
        "r;ightDownVector;ightDownVectorBar;ightFloor;ightTee;ightTeeArrow;ight"
        "TeeVector;ightTriangle;ightTriangleBar;ightTriangleEqual;ightUpDownVec"
        "tor;ightUpTeeVector;ightUpVector;ightUpVectorBar;ightVector;ightVector"
        "Bar;ightarrow;opf;oundImplies;rightarrow;scr;sh;uleDelayed;"},
    {484,
        "HCHcy;Hcy;OFTcy;acute;c;caron;cedil;circ;cy;fr;hortDownArrow;hortLeftA"
        "rrow;hortRightArrow;hortUpArrow;igma;mallCircle;opf;qrt;quare;quareInt"
        "ersection;quareSubset;quareSubsetEqual;quareSuperset;quareSupersetEqua"
        "l;quareUnion;scr;tar;ub;ubset;ubsetEqual;ucceeds;ucceedsEqual;ucceedsS"
        "lantEqual;ucceedsTilde;uchThat;um;up;uperset;upersetEqual;upset;"},
    {524,
        "HORNHORN;RADE;SHcy;Scy;ab;au;caron;cedil;cy;fr;herefore;heta;hickSpace"
        ";hinSpace;ilde;ildeEqual;ildeFullEqual;ildeTilde;opf;ripleDot;scr;stro"
        "k;"},
    {547,
        "acuteacute;arr;arrocir;brcy;breve;circcirc;cy;dblac;fr;gravegrave;macr"
        ";nderBar;nderBrace;nderBracket;nderParenthesis;nion;nionPlus;ogon;opf;"
        "pArrow;pArrowBar;pArrowDownArrow;pDownArrow;pEquilibrium;pTee;pTeeArro"
        "w;parrow;pdownarrow;pperLeftArrow;pperRightArrow;psi;psilon;ring;scr;t"
        "ilde;umluml;"},
    {587,
        "Dash;bar;cy;dash;dashl;ee;erbar;ert;erticalBar;erticalLine;erticalSepa"
        "rator;erticalTilde;eryThinSpace;fr;opf;scr;vdash;"},
    {604,
        "circ;edge;fr;opf;scr;"},
    {609,
        "fr;i;opf;scr;"},
    {613,
        "Acy;Icy;Ucy;acuteacute;circ;cy;fr;opf;scr;uml;"},
    {624,
        "Hcy;acute;caron;cy;dot;eroWidthSpace;eta;fr;opf;scr;"},
    {634,
        ""},
    {634,
        ""},
    {634,
        ""},
    {634,
        ""},
    {634,
        ""},
    {634,
        ""},
    {634,
        "acuteacute;breve;c;cE;cd;circcirc;cutecute;cy;eligelig;f;fr;gravegrave"
        ";lefsym;leph;lpha;macr;malg;mpmp;nd;ndand;ndd;ndslope;ndv;ng;nge;ngle;"
        "ngmsd;ngmsdaa;ngmsdab;ngmsdac;ngmsdad;ngmsdae;ngmsdaf;ngmsdag;ngmsdah;"
        "ngrt;ngrtvb;ngrtvbd;ngsph;ngst;ngzarr;ogon;opf;p;pE;pacir;pe;pid;pos;p"
        "prox;pproxeq;ringring;scr;st;symp;sympeq;tildetilde;umluml;wconint;win"
        "t;"},
    {703,
        "Not;ackcong;ackepsilon;ackprime;acksim;acksimeq;arvee;arwed;arwedge;br"
        "k;brktbrk;cong;cy;dquo;ecaus;ecause;emptyv;epsi;ernou;eta;eth;etween;f"
        "r;igcap;igcirc;igcup;igodot;igoplus;igotimes;igsqcup;igstar;igtriangle"
        "down;igtriangleup;iguplus;igvee;igwedge;karow;lacklozenge;lacksquare;l"
        "acktriangle;lacktriangledown;lacktriangleleft;lacktriangleright;lank;l"
        "k12;lk14;lk34;lock;ne;nequiv;not;opf;ot;ottom;owtie;oxDL;oxDR;oxDl;oxD"
        "r;oxH;oxHD;oxHU;oxHd;oxHu;oxUL;oxUR;oxUl;oxUr;oxV;oxVH;oxVL;oxVR;oxVh;"
        "oxVl;oxVr;oxbox;oxdL;oxdR;oxdl;oxdr;oxh;oxhD;oxhU;oxhd;oxhu;oxminus;ox"
        "plus;oxtimes;oxuL;oxuR;oxul;oxur;oxv;oxvH;oxvL;oxvR;oxvh;oxvl;oxvr;pri"
        "me;reve;rvbarrvbar;scr;semi;sim;sime;sol;solb;solhsub;ull;ullet;ump;um"
        "pE;umpe;umpeq;"},
    {819,
        "acute;ap;apand;apbrcup;apcap;apcup;apdot;aps;aret;aron;caps;caron;cedi"
        "lcedil;circ;cups;cupssm;dot;ediledil;emptyv;entent;enterdot;fr;hcy;hec"
        "k;heckmark;hi;ir;irE;irc;irceq;irclearrowleft;irclearrowright;ircledR;"
        "ircledS;ircledast;ircledcirc;ircleddash;ire;irfnint;irmid;irscir;lubs;"
        "lubsuit;olon;olone;oloneq;omma;ommat;omp;ompfn;omplement;omplexes;ong;"
        "ongdot;onint;opf;oprod;opyopy;opysr;rarr;ross;scr;sub;sube;sup;supe;td"
        "ot;udarrl;udarrr;uepr;uesc;ularr;ularrp;up;upbrcap;upcap;upcup;updot;u"
        "por;ups;urarr;urarrm;urlyeqprec;urlyeqsucc;urlyvee;urlywedge;urrenurre"
        "n;urvearrowleft;urvearrowright;uvee;uwed;wconint;wint;ylcty;"},
    {918,
        "Arr;Har;agger;aleth;arr;ash;ashv;bkarow;blac;caron;cy;d;dagger;darr;do"
        "tseq;egeg;elta;emptyv;fisht;fr;harl;harr;iam;iamond;iamondsuit;iams;ie"
        ";igamma;isin;iv;ivideivide;ivideontimes;ivonx;jcy;lcorn;lcrop;ollar;op"
        "f;ot;oteq;oteqdot;otminus;otplus;otsquare;oublebarwedge;ownarrow;owndo"
        "wnarrows;ownharpoonleft;ownharpoonright;rbkarow;rcorn;rcrop;scr;scy;so"
        "l;strok;tdot;tri;trif;uarr;uhar;wangle;zcy;zigrarr;"},
    {984,
        "DDot;Dot;acuteacute;aster;caron;cir;circcirc;colon;cy;dot;e;fDot;fr;g;"
        "gravegrave;gs;gsdot;l;linters;ll;ls;lsdot;macr;mpty;mptyset;mptyv;msp1"
        "3;msp14;msp;ng;nsp;ogon;opf;par;parsl;plus;psi;psilon;psiv;qcirc;qcolo"
        "n;qsim;qslantgtr;qslantless;quals;quest;quiv;quivDD;qvparsl;rDot;rarr;"
        "scr;sdot;sim;ta;thth;umluml;uro;xcl;xist;xpectation;xponentiale;"},
    {1051,
        "allingdotseq;cy;emale;filig;flig;fllig;fr;ilig;jlig;lat;llig;ltns;nof;"
        "opf;orall;ork;orkv;partint;rac12rac12;rac13;rac14rac14;rac15;rac16;rac"
        "18;rac23;rac25;rac34rac34;rac35;rac38;rac45;rac56;rac58;rac78;rasl;row"
        "n;scr;"},
    {1090,
        "E;El;acute;amma;ammad;ap;breve;circ;cy;dot;e;el;eq;eqq;eqslant;es;escc"
        ";esdot;esdoto;esdotol;esl;esles;fr;g;gg;imel;jcy;l;lE;la;lj;nE;nap;nap"
        "prox;ne;neq;neqq;nsim;opf;rave;scr;sim;sime;siml;tt;tcc;tcir;tdot;tlPa"
        "r;tquest;trapprox;trarr;trdot;treqless;treqqless;trless;trsim;vertneqq"
        ";vnE;"},
    {1150,
        "Arr;airsp;alf;amilt;ardcy;arr;arrcir;arrw;bar;circ;earts;eartsuit;elli"
        "p;ercon;fr;ksearow;kswarow;oarr;omtht;ookleftarrow;ookrightarrow;opf;o"
        "rbar;scr;slash;strok;ybull;yphen;"},
    {1178,
        "acuteacute;c;circcirc;cy;ecy;exclexcl;ff;fr;gravegrave;i;iiint;iint;in"
        "fin;iota;jlig;macr;mage;magline;magpart;math;mof;mped;n;ncare;nfin;nfi"
        "ntie;nodot;nt;ntcal;ntegers;ntercal;ntlarhk;ntprod;ocy;ogon;opf;ota;pr"
        "od;questquest;scr;sin;sinE;sindot;sins;sinsv;sinv;t;tilde;ukcy;umluml;"},
    {1234,
        "circ;cy;fr;math;opf;scr;sercy;ukcy;"},
    {1242,
        "appa;appav;cedil;cy;fr;green;hcy;jcy;opf;scr;"},
    {1252,
        "Aarr;Arr;Atail;Barr;E;Eg;Har;acute;aemptyv;agran;ambda;ang;angd;angle;"
        "ap;aquoaquo;arr;arrb;arrbfs;arrfs;arrhk;arrlp;arrpl;arrsim;arrtl;at;at"
        "ail;ate;ates;barr;bbrk;brace;brack;brke;brksld;brkslu;caron;cedil;ceil"
        ";cub;cy;dca;dquo;dquor;drdhar;drushar;dsh;e;eftarrow;eftarrowtail;efth"
        "arpoondown;eftharpoonup;eftleftarrows;eftrightarrow;eftrightarrows;eft"
        "rightharpoons;eftrightsquigarrow;eftthreetimes;eg;eq;eqq;eqslant;es;es"
        "cc;esdot;esdoto;esdotor;esg;esges;essapprox;essdot;esseqgtr;esseqqgtr;"
        "essgtr;esssim;fisht;floor;fr;g;gE;hard;haru;harul;hblk;jcy;l;larr;lcor"
        "ner;lhard;ltri;midot;moust;moustache;nE;nap;napprox;ne;neq;neqq;nsim;o"
        "ang;oarr;obrk;ongleftarrow;ongleftrightarrow;ongmapsto;ongrightarrow;o"
        "oparrowleft;ooparrowright;opar;opf;oplus;otimes;owast;owbar;oz;ozenge;"
        "ozf;par;parlt;rarr;rcorner;rhar;rhard;rm;rtri;saquo;scr;sh;sim;sime;si"
        "mg;sqb;squo;squor;strok;tt;tcc;tcir;tdot;three;times;tlarr;tquest;trPa"
        "r;tri;trie;trif;urdshar;uruhar;vertneqq;vnE;"},
    {1406,
        "DDot;acracr;ale;alt;altese;ap;apsto;apstodown;apstoleft;apstoup;arker;"
        "comma;cy;dash;easuredangle;fr;ho;icroicro;id;idast;idcir;iddotiddot;in"
        "us;inusb;inusd;inusdu;lcp;ldr;nplus;odels;opf;p;scr;stpos;u;ultimap;um"
        "ap;"},
    {1446,
        "Gg;Gt;Gtv;Leftarrow;Leftrightarrow;Ll;Lt;Ltv;Rightarrow;VDash;Vdash;ab"
        "la;acute;ang;ap;apE;apid;apos;approx;atur;atural;aturals;bspbsp;bump;b"
        "umpe;cap;caron;cedil;cong;congdot;cup;cy;dash;e;eArr;earhk;earr;earrow"
        ";edot;equiv;esear;esim;exist;exists;fr;gE;ge;geq;geqq;geqslant;ges;gsi"
        "m;gt;gtr;hArr;harr;hpar;i;is;isd;iv;jcy;lArr;lE;larr;ldr;le;leftarrow;"
        "leftrightarrow;leq;leqq;leqslant;les;less;lsim;lt;ltri;ltrie;mid;opf;o"
        "tot;otin;otinE;otindot;otinva;otinvb;otinvc;otni;otniva;otnivb;otnivc;"
        "par;parallel;parsl;part;polint;pr;prcue;pre;prec;preceq;rArr;rarr;rarr"
        "c;rarrw;rightarrow;rtri;rtrie;sc;sccue;sce;scr;shortmid;shortparallel;"
        "sim;sime;simeq;smid;spar;sqsube;sqsupe;sub;subE;sube;subset;subseteq;s"
        "ubseteqq;succ;succeq;sup;supE;supe;supset;supseteq;supseteqq;tgl;tilde"
        "tilde;tlg;triangleleft;trianglelefteq;triangleright;trianglerighteq;u;"
        "um;umero;umsp;vDash;vHarr;vap;vdash;vge;vgt;vinfin;vlArr;vle;vlt;vltri"
        "e;vrArr;vrtrie;vsim;wArr;warhk;warr;warrow;wnear;"},
    {1614,
        "S;acuteacute;ast;cir;circcirc;cy;dash;dblac;div;dot;dsold;elig;fcir;fr"
        ";gon;gravegrave;gt;hbar;hm;int;larr;lcir;lcross;line;lt;macr;mega;micr"
        "on;mid;minus;opf;par;perp;plus;r;rarr;rd;rder;rderof;rdfrdf;rdmrdm;rig"
        "of;ror;rslope;rv;scr;slashslash;sol;tildetilde;times;timesas;umluml;vb"
        "ar;"},
    {1675,
        "ar;araara;arallel;arsim;arsl;art;cy;ercnt;eriod;ermil;erp;ertenk;fr;hi"
        ";hiv;hmmat;hone;i;itchfork;iv;lanck;lanckh;lankv;lus;lusacir;lusb;lusc"
        "ir;lusdo;lusdu;luse;lusmnlusmn;lussim;lustwo;m;ointint;opf;oundound;r;"
        "rE;rap;rcue;re;rec;recapprox;reccurlyeq;receq;recnapprox;recneqq;recns"
        "im;recsim;rime;rimes;rnE;rnap;rnsim;rod;rofalar;rofline;rofsurf;rop;ro"
        "pto;rsim;rurel;scr;si;uncsp;"},
    {1744,
        "fr;int;opf;prime;scr;uaternions;uatint;uest;uesteq;uotuot;"},
    {1755,
        "Aarr;Arr;Atail;Barr;Har;ace;acute;adic;aemptyv;ang;angd;ange;angle;aqu"
        "oaquo;arr;arrap;arrb;arrbfs;arrc;arrfs;arrhk;arrlp;arrpl;arrsim;arrtl;"
        "arrw;atail;atio;ationals;barr;bbrk;brace;brack;brke;brksld;brkslu;caro"
        "n;cedil;ceil;cub;cy;dca;dldhar;dquo;dquor;dsh;eal;ealine;ealpart;eals;"
        "ect;egeg;fisht;floor;fr;hard;haru;harul;ho;hov;ightarrow;ightarrowtail"
        ";ightharpoondown;ightharpoonup;ightleftarrows;ightleftharpoons;ightrig"
        "htarrows;ightsquigarrow;ightthreetimes;ing;isingdotseq;larr;lhar;lm;mo"
        "ust;moustache;nmid;oang;oarr;obrk;opar;opf;oplus;otimes;par;pargt;ppol"
        "int;rarr;saquo;scr;sh;sqb;squo;squor;three;times;tri;trie;trif;triltri"
        ";uluhar;x;"},
    {1859,
        "acute;bquo;c;cE;cap;caron;ccue;ce;cedil;circ;cnE;cnap;cnsim;cpolint;cs"
        "im;cy;dot;dotb;dote;eArr;earhk;earr;earrow;ectect;emi;eswar;etminus;et"
        "mn;ext;fr;frown;harp;hchcy;hcy;hortmid;hortparallel;hyhy;igma;igmaf;ig"
        "mav;im;imdot;ime;imeq;img;imgE;iml;imlE;imne;implus;imrarr;larr;mallse"
        "tminus;mashp;meparsl;mid;mile;mt;mte;mtes;oftcy;ol;olb;olbar;opf;pades"
        ";padesuit;par;qcap;qcaps;qcup;qcups;qsub;qsube;qsubset;qsubseteq;qsup;"
        "qsupe;qsupset;qsupseteq;qu;quare;quarf;quf;rarr;scr;setmn;smile;starf;"
        "tar;tarf;traightepsilon;traightphi;trns;ub;ubE;ubdot;ube;ubedot;ubmult"
        ";ubnE;ubne;ubplus;ubrarr;ubset;ubseteq;ubseteqq;ubsetneq;ubsetneqq;ubs"
        "im;ubsub;ubsup;ucc;uccapprox;ucccurlyeq;ucceq;uccnapprox;uccneqq;uccns"
        "im;uccsim;um;ung;up1up1;up2up2;up3up3;up;upE;updot;updsub;upe;upedot;u"
        "phsol;uphsub;uplarr;upmult;upnE;upne;upplus;upset;upseteq;upseteqq;ups"
        "etneq;upsetneqq;upsim;upsub;upsup;wArr;warhk;warr;warrow;wnwar;zligzli"
        "g;"},
    {2017,
        "arget;au;brk;caron;cedil;cy;dot;elrec;fr;here4;herefore;heta;hetasym;h"
        "etav;hickapprox;hicksim;hinsp;hkap;hksim;hornhorn;ilde;imesimes;imesb;"
        "imesbar;imesd;int;oea;op;opbot;opcir;opf;opfork;osa;prime;rade;riangle"
        ";riangledown;riangleleft;rianglelefteq;riangleq;riangleright;riangleri"
        "ghteq;ridot;rie;riminus;riplus;risb;ritime;rpezium;scr;scy;shcy;strok;"
        "wixt;woheadleftarrow;woheadrightarrow;"},
    {2075,
        "Arr;Har;acuteacute;arr;brcy;breve;circcirc;cy;darr;dblac;dhar;fisht;fr"
        ";gravegrave;harl;harr;hblk;lcorn;lcorner;lcrop;ltri;macr;mlml;ogon;opf"
        ";parrow;pdownarrow;pharpoonleft;pharpoonright;plus;psi;psih;psilon;pup"
        "arrows;rcorn;rcorner;rcrop;ring;rtri;scr;tdot;tilde;tri;trif;uarr;umlu"
        "ml;wangle;"},
    {2127,
        "Arr;Bar;Barv;Dash;angrt;arepsilon;arkappa;arnothing;arphi;arpi;arpropt"
        "o;arr;arrho;arsigma;arsubsetneq;arsubsetneqq;arsupsetneq;arsupsetneqq;"
        "artheta;artriangleleft;artriangleright;cy;dash;ee;eebar;eeeq;ellip;erb"
        "ar;ert;fr;ltri;nsub;nsup;opf;prop;rtri;scr;subnE;subne;supnE;supne;zig"
        "zag;"},
    {2169,
        "circ;edbar;edge;edgeq;eierp;fr;opf;p;r;reath;scr;"},
    {2180,
        "cap;circ;cup;dtri;fr;hArr;harr;i;lArr;larr;map;nis;odot;opf;oplus;otim"
        "e;rArr;rarr;scr;sqcup;uplus;utri;vee;wedge;"},
    {2204,
        "acuteacute;acy;circ;cy;enen;fr;icy;opf;scr;ucy;umluml;"},
    {2218,
        "acute;caron;cy;dot;eetrf;eta;fr;hcy;igrarr;opf;scr;wj;wnj;"},
    {2231,
        ""},
};

const struct reference_name reference_names[] = {
    {0xc6,0,4,0}, {0xc6,4,5,0}, {0x26,9,2,0}, {0x26,11,3,0}, {0xc1,14,5,0},
    {0xc1,19,6,0}, {0x102,25,6,0}, {0xc2,31,4,0}, {0xc2,35,5,0}, {0x410,40,3,0},
    {0x1d504,43,3,0}, {0xc0,46,5,0}, {0xc0,51,6,0}, {0x391,57,5,0},
    {0x100,62,5,0}, {0x2a53,67,3,0}, {0x104,70,5,0}, {0x1d538,75,4,0},
    {0x2061,79,13,0}, {0xc5,92,4,0}, {0xc5,96,5,0}, {0x1d49c,101,4,0},
    {0x2254,105,6,0}, {0xc3,111,5,0}, {0xc3,116,6,0}, {0xc4,122,3,0},
    {0xc4,125,4,0}, {0x2216,0,9,0}, {0x2ae7,9,4,0}, {0x2306,13,6,0},
    {0x411,19,3,0}, {0x2235,22,7,0}, {0x212c,29,10,0}, {0x392,39,4,0},
    {0x1d505,43,3,0}, {0x1d539,46,4,0}, {0x2d8,50,5,0}, {0x212c,55,4,0},
    {0x224e,59,6,0}, {0x427,0,4,0}, {0xa9,4,3,0}, {0xa9,7,4,0}, {0x106,11,6,0},
    {0x22d2,17,3,0}, {0x2145,20,20,0}, {0x212d,40,7,0}, {0x10c,47,6,0},
    {0xc7,53,5,0}, {0xc7,58,6,0}, {0x108,64,5,0}, {0x2230,69,7,0},
    {0x10a,76,4,0}, {0xb8,80,7,0}, {0xb7,87,9,0}, {0x212d,96,3,0},
    {0x3a7,99,3,0}, {0x2299,102,9,0}, {0x2296,111,11,0}, {0x2295,122,10,0},
    {0x2297,132,11,0}, {0x2232,143,24,0}, {0x201d,167,21,0}, {0x2019,188,15,0},
    {0x2237,203,5,0}, {0x2a74,208,6,0}, {0x2261,214,9,0}, {0x222f,223,6,0},
    {0x222e,229,15,0}, {0x2102,244,4,0}, {0x2210,248,9,0}, {0x2233,257,31,0},
    {0x2a2f,288,5,0}, {0x1d49e,293,4,0}, {0x22d3,297,3,0}, {0x224d,300,6,0},
    {0x2145,0,2,0}, {0x2911,2,8,0}, {0x402,10,4,0}, {0x405,14,4,0},
    {0x40f,18,4,0}, {0x2021,22,6,0}, {0x21a1,28,4,0}, {0x2ae4,32,5,0},
    {0x10e,37,6,0}, {0x414,43,3,0}, {0x2207,46,3,0}, {0x394,49,5,0},
    {0x1d507,54,3,0}, {0xb4,57,16,0}, {0x2d9,73,14,0}, {0x2dd,87,22,0},
    {0x60,109,16,0}, {0x2dc,125,16,0}, {0x22c4,141,7,0}, {0x2146,148,13,0},
    {0x1d53b,161,4,0}, {0xa8,165,3,0}, {0x20dc,168,6,0}, {0x2250,174,8,0},
    {0x222f,182,21,0}, {0xa8,203,9,0}, {0x21d3,212,15,0}, {0x21d0,227,15,0},
    {0x21d4,242,20,0}, {0x2ae4,262,13,0}, {0x27f8,275,19,0}, {0x27fa,294,24,0},
    {0x27f9,318,20,0}, {0x21d2,338,16,0}, {0x22a8,354,14,0}, {0x21d1,368,13,0},
    {0x21d5,381,17,0}, {0x2225,398,17,0}, {0x2193,415,9,0}, {0x2913,424,12,0},
    {0x21f5,436,16,0}, {0x311,452,9,0}, {0x2950,461,19,0}, {0x295e,480,17,0},
    {0x21bd,497,14,0}, {0x2956,511,17,0}, {0x295f,528,18,0}, {0x21c1,546,15,0},
    {0x2957,561,18,0}, {0x22a4,579,7,0}, {0x21a7,586,12,0}, {0x21d3,598,9,0},
    {0x1d49f,607,4,0}, {0x110,611,6,0}, {0x14a,0,3,0}, {0xd0,3,2,0},
    {0xd0,5,3,0}, {0xc9,8,5,0}, {0xc9,13,6,0}, {0x11a,19,6,0}, {0xca,25,4,0},
    {0xca,29,5,0}, {0x42d,34,3,0}, {0x116,37,4,0}, {0x1d508,41,3,0},
    {0xc8,44,5,0}, {0xc8,49,6,0}, {0x2208,55,7,0}, {0x112,62,5,0},
    {0x25fb,67,16,0}, {0x25ab,83,20,0}, {0x118,103,5,0}, {0x1d53c,108,4,0},
    {0x395,112,7,0}, {0x2a75,119,5,0}, {0x2242,124,10,0}, {0x21cc,134,11,0},
    {0x2130,145,4,0}, {0x2a73,149,4,0}, {0x397,153,3,0}, {0xcb,156,3,0},
    {0xcb,159,4,0}, {0x2203,163,6,0}, {0x2147,169,12,0}, {0x424,0,3,0},
    {0x1d509,3,3,0}, {0x25fc,6,17,0}, {0x25aa,23,21,0}, {0x1d53d,44,4,0},
    {0x2200,48,6,0}, {0x2131,54,10,0}, {0x2131,64,4,0}, {0x403,0,4,0},
    {0x3e,4,1,0}, {0x3e,5,2,0}, {0x393,7,5,0}, {0x3dc,12,6,0}, {0x11e,18,6,0},
    {0x122,24,6,0}, {0x11c,30,5,0}, {0x413,35,3,0}, {0x120,38,4,0},
    {0x1d50a,42,3,0}, {0x22d9,45,2,0}, {0x1d53e,47,4,0}, {0x2265,51,12,0},
    {0x22db,63,16,0}, {0x2267,79,16,0}, {0x2aa2,95,14,0}, {0x2277,109,11,0},
    {0x2a7e,120,17,0}, {0x2273,137,12,0}, {0x1d4a2,149,4,0}, {0x226b,153,2,0},
    {0x42a,0,6,0}, {0x2c7,6,5,0}, {0x5e,11,3,0}, {0x124,14,5,0},
    {0x210c,19,3,0}, {0x210b,22,12,0}, {0x210d,34,4,0}, {0x2500,38,14,0},
    {0x210b,52,4,0}, {0x126,56,6,0}, {0x224e,62,12,0}, {0x224f,74,9,0},
    {0x415,0,4,0}, {0x132,4,5,0}, {0x401,9,4,0}, {0xcd,13,5,0}, {0xcd,18,6,0},
    {0xce,24,4,0}, {0xce,28,5,0}, {0x418,33,3,0}, {0x130,36,4,0},
    {0x2111,40,3,0}, {0xcc,43,5,0}, {0xcc,48,6,0}, {0x2111,54,2,0},
    {0x12a,56,5,0}, {0x2148,61,10,0}, {0x21d2,71,7,0}, {0x222c,78,3,0},
    {0x222b,81,8,0}, {0x22c2,89,12,0}, {0x2063,101,14,0}, {0x2062,115,14,0},
    {0x12e,129,5,0}, {0x1d540,134,4,0}, {0x399,138,4,0}, {0x2110,142,4,0},
    {0x128,146,6,0}, {0x406,152,5,0}, {0xcf,157,3,0}, {0xcf,160,4,0},
    {0x134,0,5,0}, {0x419,5,3,0}, {0x1d50d,8,3,0}, {0x1d541,11,4,0},
    {0x1d4a5,15,4,0}, {0x408,19,6,0}, {0x404,25,5,0}, {0x425,0,4,0},
    {0x40c,4,4,0}, {0x39a,8,5,0}, {0x136,13,6,0}, {0x41a,19,3,0},
    {0x1d50e,22,3,0}, {0x1d542,25,4,0}, {0x1d4a6,29,4,0}, {0x409,0,4,0},
    {0x3c,4,1,0}, {0x3c,5,2,0}, {0x139,7,6,0}, {0x39b,13,6,0}, {0x27ea,19,4,0},
    {0x2112,23,10,0}, {0x219e,33,4,0}, {0x13d,37,6,0}, {0x13b,43,6,0},
    {0x41b,49,3,0}, {0x27e8,52,16,0}, {0x2190,68,9,0}, {0x21e4,77,12,0},
    {0x21c6,89,19,0}, {0x2308,108,11,0}, {0x27e6,119,17,0}, {0x2961,136,17,0},
    {0x21c3,153,14,0}, {0x2959,167,17,0}, {0x230a,184,9,0}, {0x2194,193,14,0},
    {0x294e,207,15,0}, {0x22a3,222,7,0}, {0x21a4,229,12,0}, {0x295a,241,13,0},
    {0x22b2,254,12,0}, {0x29cf,266,15,0}, {0x22b4,281,17,0}, {0x2951,298,16,0},
    {0x2960,314,15,0}, {0x21bf,329,12,0}, {0x2958,341,15,0}, {0x21bc,356,10,0},
    {0x2952,366,13,0}, {0x21d0,379,9,0}, {0x21d4,388,14,0}, {0x22da,402,16,0},
    {0x2266,418,13,0}, {0x2276,431,11,0}, {0x2aa1,442,8,0}, {0x2a7d,450,14,0},
    {0x2272,464,9,0}, {0x1d50f,473,3,0}, {0x22d8,476,2,0}, {0x21da,478,10,0},
    {0x13f,488,6,0}, {0x27f5,494,13,0}, {0x27f7,507,18,0}, {0x27f6,525,14,0},
    {0x27f8,539,13,0}, {0x27fa,552,18,0}, {0x27f9,570,14,0}, {0x1d543,584,4,0},
    {0x2199,588,14,0}, {0x2198,602,15,0}, {0x2112,617,4,0}, {0x21b0,621,3,0},
    {0x141,624,6,0}, {0x226a,630,2,0}, {0x2905,0,3,0}, {0x41c,3,3,0},
    {0x205f,6,11,0}, {0x2133,17,9,0}, {0x1d510,26,3,0}, {0x2213,29,9,0},
    {0x1d544,38,4,0}, {0x2133,42,4,0}, {0x39c,46,2,0}, {0x40a,0,4,0},
    {0x143,4,6,0}, {0x147,10,6,0}, {0x145,16,6,0}, {0x41d,22,3,0},
    {0x200b,25,19,0}, {0x200b,44,18,0}, {0x200b,62,17,0}, {0x200b,79,21,0},
    {0x226b,100,20,0}, {0x226a,120,14,0}, {0xa,134,7,0}, {0x1d511,141,3,0},
    {0x2060,144,7,0}, {0xa0,151,16,0}, {0x2115,167,4,0}, {0x2aec,171,3,0},
    {0x2262,174,12,0}, {0x226d,186,9,0}, {0x2226,195,20,0}, {0x2209,215,10,0},
    {0x2260,225,8,0}, {0x2242,233,13,4}, {0x2204,246,9,0}, {0x226f,255,10,0},
    {0x2271,265,15,0}, {0x2267,280,19,4}, {0x226b,299,17,4}, {0x2279,316,14,0},
    {0x2a7e,330,20,4}, {0x2275,350,15,0}, {0x224e,365,15,4}, {0x224f,380,12,4},
    {0x22ea,392,15,0}, {0x29cf,407,18,4}, {0x22ec,425,20,0}, {0x226e,445,7,0},
    {0x2270,452,12,0}, {0x2278,464,14,0}, {0x226a,478,11,4}, {0x2a7d,489,17,4},
    {0x2274,506,12,0}, {0x2aa2,518,23,4}, {0x2aa1,541,17,4}, {0x2280,558,11,0},
    {0x2aaf,569,16,4}, {0x22e0,585,21,0}, {0x220c,606,17,0}, {0x22eb,623,16,0},
    {0x29d0,639,19,4}, {0x22ed,658,21,0}, {0x228f,679,15,4}, {0x22e2,694,20,0},
    {0x2290,714,17,4}, {0x22e3,731,22,0}, {0x2282,753,9,6}, {0x2288,762,14,0},
    {0x2281,776,11,0}, {0x2ab0,787,16,4}, {0x22e1,803,21,0}, {0x227f,824,16,4},
    {0x2283,840,11,6}, {0x2289,851,16,0}, {0x2241,867,8,0}, {0x2244,875,13,0},
    {0x2247,888,17,0}, {0x2249,905,13,0}, {0x2224,918,14,0}, {0x1d4a9,932,4,0},
    {0xd1,936,5,0}, {0xd1,941,6,0}, {0x39d,947,2,0}, {0x152,0,5,0},
    {0xd3,5,5,0}, {0xd3,10,6,0}, {0xd4,16,4,0}, {0xd4,20,5,0}, {0x41e,25,3,0},
    {0x150,28,6,0}, {0x1d512,34,3,0}, {0xd2,37,5,0}, {0xd2,42,6,0},
    {0x14c,48,5,0}, {0x3a9,53,5,0}, {0x39f,58,7,0}, {0x1d546,65,4,0},
    {0x201c,69,20,0}, {0x2018,89,14,0}, {0x2a54,103,2,0}, {0x1d4aa,105,4,0},
    {0xd8,109,5,0}, {0xd8,114,6,0}, {0xd5,120,5,0}, {0xd5,125,6,0},
    {0x2a37,131,6,0}, {0xd6,137,3,0}, {0xd6,140,4,0}, {0x203e,144,7,0},
    {0x23de,151,9,0}, {0x23b4,160,11,0}, {0x23dc,171,15,0}, {0x2202,0,8,0},
    {0x41f,8,3,0}, {0x1d513,11,3,0}, {0x3a6,14,3,0}, {0x3a0,17,2,0},
    {0xb1,19,9,0}, {0x210c,28,13,0}, {0x2119,41,4,0}, {0x2abb,45,2,0},
    {0x227a,47,8,0}, {0x2aaf,55,13,0}, {0x227c,68,18,0}, {0x227e,86,13,0},
    {0x2033,99,5,0}, {0x220f,104,7,0}, {0x2237,111,10,0}, {0x221d,121,12,0},
    {0x1d4ab,133,4,0}, {0x3a8,137,3,0}, {0x22,0,3,0}, {0x22,3,4,0},
    {0x1d514,7,3,0}, {0x211a,10,4,0}, {0x1d4ac,14,4,0}, {0x2910,0,5,0},
    {0xae,5,2,0}, {0xae,7,3,0}, {0x154,10,6,0}, {0x27eb,16,4,0},
    {0x21a0,20,4,0}, {0x2916,24,6,0}, {0x158,30,6,0}, {0x156,36,6,0},
    {0x420,42,3,0}, {0x211c,45,2,0}, {0x220b,47,14,0}, {0x21cb,61,18,0},
    {0x296f,79,20,0}, {0x211c,99,3,0}, {0x3a1,102,3,0}, {0x27e9,105,17,0},
    {0x2192,122,10,0}, {0x21e5,132,13,0}, {0x21c4,145,19,0}, {0x2309,164,12,0},
    {0x27e7,176,18,0}, {0x295d,194,18,0}, {0x21c2,212,15,0}, {0x2955,227,18,0},
    {0x230b,245,10,0}, {0x22a2,255,8,0}, {0x21a6,263,13,0}, {0x295b,276,14,0},
    {0x22b3,290,13,0}, {0x29d0,303,16,0}, {0x22b5,319,18,0}, {0x294f,337,17,0},
    {0x295c,354,16,0}, {0x21be,370,13,0}, {0x2954,383,16,0}, {0x21c0,399,11,0},
    {0x2953,410,14,0}, {0x21d2,424,10,0}, {0x211d,434,4,0}, {0x2970,438,12,0},
    {0x21db,450,11,0}, {0x211b,461,4,0}, {0x21b1,465,3,0}, {0x29f4,468,11,0},
    {0x429,0,6,0}, {0x428,6,4,0}, {0x42c,10,6,0}, {0x15a,16,6,0},
    {0x2abc,22,2,0}, {0x160,24,6,0}, {0x15e,30,6,0}, {0x15c,36,5,0},
    {0x421,41,3,0}, {0x1d516,44,3,0}, {0x2193,47,14,0}, {0x2190,61,14,0},
    {0x2192,75,15,0}, {0x2191,90,12,0}, {0x3a3,102,5,0}, {0x2218,107,11,0},
    {0x1d54a,118,4,0}, {0x221a,122,4,0}, {0x25a1,126,6,0}, {0x2293,132,18,0},
    {0x228f,150,12,0}, {0x2291,162,17,0}, {0x2290,179,14,0}, {0x2292,193,19,0},
    {0x2294,212,11,0}, {0x1d4ae,223,4,0}, {0x22c6,227,4,0}, {0x22d0,231,3,0},
    {0x22d0,234,6,0}, {0x2286,240,11,0}, {0x227b,251,8,0}, {0x2ab0,259,13,0},
    {0x227d,272,18,0}, {0x227f,290,13,0}, {0x220b,303,8,0}, {0x2211,311,3,0},
    {0x22d1,314,3,0}, {0x2283,317,8,0}, {0x2287,325,13,0}, {0x22d1,338,6,0},
    {0xde,0,4,0}, {0xde,4,5,0}, {0x2122,9,5,0}, {0x40b,14,5,0}, {0x426,19,4,0},
    {0x9,23,3,0}, {0x3a4,26,3,0}, {0x164,29,6,0}, {0x162,35,6,0},
    {0x422,41,3,0}, {0x1d517,44,3,0}, {0x2234,47,9,0}, {0x398,56,5,0},
    {0x205f,61,10,5}, {0x2009,71,9,0}, {0x223c,80,5,0}, {0x2243,85,10,0},
    {0x2245,95,14,0}, {0x2248,109,10,0}, {0x1d54b,119,4,0}, {0x20db,123,9,0},
    {0x1d4af,132,4,0}, {0x166,136,6,0}, {0xda,0,5,0}, {0xda,5,6,0},
    {0x219f,11,4,0}, {0x2949,15,8,0}, {0x40e,23,5,0}, {0x16c,28,6,0},
    {0xdb,34,4,0}, {0xdb,38,5,0}, {0x423,43,3,0}, {0x170,46,6,0},
    {0x1d518,52,3,0}, {0xd9,55,5,0}, {0xd9,60,6,0}, {0x16a,66,5,0},
    {0x5f,71,8,0}, {0x23df,79,10,0}, {0x23b5,89,12,0}, {0x23dd,101,16,0},
    {0x22c3,117,5,0}, {0x228e,122,9,0}, {0x172,131,5,0}, {0x1d54c,136,4,0},
    {0x2191,140,7,0}, {0x2912,147,10,0}, {0x21c5,157,16,0}, {0x2195,173,11,0},
    {0x296e,184,13,0}, {0x22a5,197,5,0}, {0x21a5,202,10,0}, {0x21d1,212,7,0},
    {0x21d5,219,11,0}, {0x2196,230,14,0}, {0x2197,244,15,0}, {0x3d2,259,4,0},
    {0x3a5,263,7,0}, {0x16e,270,5,0}, {0x1d4b0,275,4,0}, {0x168,279,6,0},
    {0xdc,285,3,0}, {0xdc,288,4,0}, {0x22ab,0,5,0}, {0x2aeb,5,4,0},
    {0x412,9,3,0}, {0x22a9,12,5,0}, {0x2ae6,17,6,0}, {0x22c1,23,3,0},
    {0x2016,26,6,0}, {0x2016,32,4,0}, {0x2223,36,11,0}, {0x7c,47,12,0},
    {0x2758,59,17,0}, {0x2240,76,13,0}, {0x200a,89,13,0}, {0x1d519,102,3,0},
    {0x1d54d,105,4,0}, {0x1d4b1,109,4,0}, {0x22aa,113,6,0}, {0x174,0,5,0},
    {0x22c0,5,5,0}, {0x1d51a,10,3,0}, {0x1d54e,13,4,0}, {0x1d4b2,17,4,0},
    {0x1d51b,0,3,0}, {0x39e,3,2,0}, {0x1d54f,5,4,0}, {0x1d4b3,9,4,0},
    {0x42f,0,4,0}, {0x407,4,4,0}, {0x42e,8,4,0}, {0xdd,12,5,0}, {0xdd,17,6,0},
    {0x176,23,5,0}, {0x42b,28,3,0}, {0x1d51c,31,3,0}, {0x1d550,34,4,0},
    {0x1d4b4,38,4,0}, {0x178,42,4,0}, {0x416,0,4,0}, {0x179,4,6,0},
    {0x17d,10,6,0}, {0x417,16,3,0}, {0x17b,19,4,0}, {0x200b,23,14,0},
    {0x396,37,4,0}, {0x2128,41,3,0}, {0x2124,44,4,0}, {0x1d4b5,48,4,0},
    {0xe1,0,5,0}, {0xe1,5,6,0}, {0x103,11,6,0}, {0x223e,17,2,0},
    {0x223e,19,3,3}, {0x223f,22,3,0}, {0xe2,25,4,0}, {0xe2,29,5,0},
    {0xb4,34,4,0}, {0xb4,38,5,0}, {0x430,43,3,0}, {0xe6,46,4,0}, {0xe6,50,5,0},
    {0x2061,55,2,0}, {0x1d51e,57,3,0}, {0xe0,60,5,0}, {0xe0,65,6,0},
    {0x2135,71,7,0}, {0x2135,78,5,0}, {0x3b1,83,5,0}, {0x101,88,5,0},
    {0x2a3f,93,5,0}, {0x26,98,2,0}, {0x26,100,3,0}, {0x2227,103,3,0},
    {0x2a55,106,6,0}, {0x2a5c,112,4,0}, {0x2a58,116,8,0}, {0x2a5a,124,4,0},
    {0x2220,128,3,0}, {0x29a4,131,4,0}, {0x2220,135,5,0}, {0x2221,140,6,0},
    {0x29a8,146,8,0}, {0x29a9,154,8,0}, {0x29aa,162,8,0}, {0x29ab,170,8,0},
    {0x29ac,178,8,0}, {0x29ad,186,8,0}, {0x29ae,194,8,0}, {0x29af,202,8,0},
    {0x221f,210,5,0}, {0x22be,215,7,0}, {0x299d,222,8,0}, {0x2222,230,6,0},
    {0xc5,236,5,0}, {0x237c,241,7,0}, {0x105,248,5,0}, {0x1d552,253,4,0},
    {0x2248,257,2,0}, {0x2a70,259,3,0}, {0x2a6f,262,6,0}, {0x224a,268,3,0},
    {0x224b,271,4,0}, {0x27,275,4,0}, {0x2248,279,6,0}, {0x224a,285,8,0},
    {0xe5,293,4,0}, {0xe5,297,5,0}, {0x1d4b6,302,4,0}, {0x2a,306,3,0},
    {0x2248,309,5,0}, {0x224d,314,7,0}, {0xe3,321,5,0}, {0xe3,326,6,0},
    {0xe4,332,3,0}, {0xe4,335,4,0}, {0x2233,339,8,0}, {0x2a11,347,5,0},
    {0x2aed,0,4,0}, {0x224c,4,8,0}, {0x3f6,12,11,0}, {0x2035,23,9,0},
    {0x223d,32,7,0}, {0x22cd,39,9,0}, {0x22bd,48,6,0}, {0x2305,54,6,0},
    {0x2305,60,8,0}, {0x23b5,68,4,0}, {0x23b6,72,8,0}, {0x224c,80,5,0},
    {0x431,85,3,0}, {0x201e,88,5,0}, {0x2235,93,6,0}, {0x2235,99,7,0},
    {0x29b0,106,7,0}, {0x3f6,113,5,0}, {0x212c,118,6,0}, {0x3b2,124,4,0},
    {0x2136,128,4,0}, {0x226c,132,7,0}, {0x1d51f,139,3,0}, {0x22c2,142,6,0},
    {0x25ef,148,7,0}, {0x22c3,155,6,0}, {0x2a00,161,7,0}, {0x2a01,168,8,0},
    {0x2a02,176,9,0}, {0x2a06,185,8,0}, {0x2605,193,7,0}, {0x25bd,200,15,0},
    {0x25b3,215,13,0}, {0x2a04,228,8,0}, {0x22c1,236,6,0}, {0x22c0,242,8,0},
    {0x290d,250,6,0}, {0x29eb,256,12,0}, {0x25aa,268,11,0}, {0x25b4,279,13,0},
    {0x25be,292,17,0}, {0x25c2,309,17,0}, {0x25b8,326,18,0}, {0x2423,344,5,0},
    {0x2592,349,5,0}, {0x2591,354,5,0}, {0x2593,359,5,0}, {0x2588,364,5,0},
    {0x3d,369,3,7}, {0x2261,372,7,7}, {0x2310,379,4,0}, {0x1d553,383,4,0},
    {0x22a5,387,3,0}, {0x22a5,390,6,0}, {0x22c8,396,6,0}, {0x2557,402,5,0},
    {0x2554,407,5,0}, {0x2556,412,5,0}, {0x2553,417,5,0}, {0x2550,422,4,0},
    {0x2566,426,5,0}, {0x2569,431,5,0}, {0x2564,436,5,0}, {0x2567,441,5,0},
    {0x255d,446,5,0}, {0x255a,451,5,0}, {0x255c,456,5,0}, {0x2559,461,5,0},
    {0x2551,466,4,0}, {0x256c,470,5,0}, {0x2563,475,5,0}, {0x2560,480,5,0},
    {0x256b,485,5,0}, {0x2562,490,5,0}, {0x255f,495,5,0}, {0x29c9,500,6,0},
    {0x2555,506,5,0}, {0x2552,511,5,0}, {0x2510,516,5,0}, {0x250c,521,5,0},
    {0x2500,526,4,0}, {0x2565,530,5,0}, {0x2568,535,5,0}, {0x252c,540,5,0},
    {0x2534,545,5,0}, {0x229f,550,8,0}, {0x229e,558,7,0}, {0x22a0,565,8,0},
    {0x255b,573,5,0}, {0x2558,578,5,0}, {0x2518,583,5,0}, {0x2514,588,5,0},
    {0x2502,593,4,0}, {0x256a,597,5,0}, {0x2561,602,5,0}, {0x255e,607,5,0},
    {0x253c,612,5,0}, {0x2524,617,5,0}, {0x251c,622,5,0}, {0x2035,627,6,0},
    {0x2d8,633,5,0}, {0xa6,638,5,0}, {0xa6,643,6,0}, {0x1d4b7,649,4,0},
    {0x204f,653,5,0}, {0x223d,658,4,0}, {0x22cd,662,5,0}, {0x5c,667,4,0},
    {0x29c5,671,5,0}, {0x27c8,676,8,0}, {0x2022,684,4,0}, {0x2022,688,6,0},
    {0x224e,694,4,0}, {0x2aae,698,5,0}, {0x224f,703,5,0}, {0x224f,708,6,0},
    {0x107,0,6,0}, {0x2229,6,3,0}, {0x2a44,9,6,0}, {0x2a49,15,8,0},
    {0x2a4b,23,6,0}, {0x2a47,29,6,0}, {0x2a40,35,6,0}, {0x2229,41,4,8},
    {0x2041,45,5,0}, {0x2c7,50,5,0}, {0x2a4d,55,5,0}, {0x10d,60,6,0},
    {0xe7,66,5,0}, {0xe7,71,6,0}, {0x109,77,5,0}, {0x2a4c,82,5,0},
    {0x2a50,87,7,0}, {0x10b,94,4,0}, {0xb8,98,4,0}, {0xb8,102,5,0},
    {0x29b2,107,7,0}, {0xa2,114,3,0}, {0xa2,117,4,0}, {0xb7,121,9,0},
    {0x1d520,130,3,0}, {0x447,133,4,0}, {0x2713,137,5,0}, {0x2713,142,9,0},
    {0x3c7,151,3,0}, {0x25cb,154,3,0}, {0x29c3,157,4,0}, {0x2c6,161,4,0},
    {0x2257,165,6,0}, {0x21ba,171,15,0}, {0x21bb,186,16,0}, {0xae,202,8,0},
    {0x24c8,210,8,0}, {0x229b,218,10,0}, {0x229a,228,11,0}, {0x229d,239,11,0},
    {0x2257,250,4,0}, {0x2a10,254,8,0}, {0x2aef,262,6,0}, {0x29c2,268,7,0},
    {0x2663,275,5,0}, {0x2663,280,8,0}, {0x3a,288,5,0}, {0x2254,293,6,0},
    {0x2254,299,7,0}, {0x2c,306,5,0}, {0x40,311,6,0}, {0x2201,317,4,0},
    {0x2218,321,6,0}, {0x2201,327,10,0}, {0x2102,337,9,0}, {0x2245,346,4,0},
    {0x2a6d,350,7,0}, {0x222e,357,6,0}, {0x1d554,363,4,0}, {0x2210,367,6,0},
    {0xa9,373,3,0}, {0xa9,376,4,0}, {0x2117,380,6,0}, {0x21b5,386,5,0},
    {0x2717,391,5,0}, {0x1d4b8,396,4,0}, {0x2acf,400,4,0}, {0x2ad1,404,5,0},
    {0x2ad0,409,4,0}, {0x2ad2,413,5,0}, {0x22ef,418,5,0}, {0x2938,423,7,0},
    {0x2935,430,7,0}, {0x22de,437,5,0}, {0x22df,442,5,0}, {0x21b6,447,6,0},
    {0x293d,453,7,0}, {0x222a,460,3,0}, {0x2a48,463,8,0}, {0x2a46,471,6,0},
    {0x2a4a,477,6,0}, {0x228d,483,6,0}, {0x2a45,489,5,0}, {0x222a,494,4,8},
    {0x21b7,498,6,0}, {0x293c,504,7,0}, {0x22de,511,11,0}, {0x22df,522,11,0},
    {0x22ce,533,8,0}, {0x22cf,541,10,0}, {0xa4,551,5,0}, {0xa4,556,6,0},
    {0x21b6,562,14,0}, {0x21b7,576,15,0}, {0x22ce,591,5,0}, {0x22cf,596,5,0},
    {0x2232,601,8,0}, {0x2231,609,5,0}, {0x232d,614,6,0}, {0x21d3,0,4,0},
    {0x2965,4,4,0}, {0x2020,8,6,0}, {0x2138,14,6,0}, {0x2193,20,4,0},
    {0x2010,24,4,0}, {0x22a3,28,5,0}, {0x290f,33,7,0}, {0x2dd,40,5,0},
    {0x10f,45,6,0}, {0x434,51,3,0}, {0x2146,54,2,0}, {0x2021,56,7,0},
    {0x21ca,63,5,0}, {0x2a77,68,7,0}, {0xb0,75,2,0}, {0xb0,77,3,0},
    {0x3b4,80,5,0}, {0x29b1,85,7,0}, {0x297f,92,6,0}, {0x1d521,98,3,0},
    {0x21c3,101,5,0}, {0x21c2,106,5,0}, {0x22c4,111,4,0}, {0x22c4,115,7,0},
    {0x2666,122,11,0}, {0x2666,133,5,0}, {0xa8,138,3,0}, {0x3dd,141,7,0},
    {0x22f2,148,5,0}, {0xf7,153,3,0}, {0xf7,156,5,0}, {0xf7,161,6,0},
    {0x22c7,167,13,0}, {0x22c7,180,6,0}, {0x452,186,4,0}, {0x231e,190,6,0},
    {0x230d,196,6,0}, {0x24,202,6,0}, {0x1d555,208,4,0}, {0x2d9,212,3,0},
    {0x2250,215,5,0}, {0x2251,220,8,0}, {0x2238,228,8,0}, {0x2214,236,7,0},
    {0x22a1,243,9,0}, {0x2306,252,14,0}, {0x2193,266,9,0}, {0x21ca,275,14,0},
    {0x21c3,289,15,0}, {0x21c2,304,16,0}, {0x2910,320,8,0}, {0x231f,328,6,0},
    {0x230c,334,6,0}, {0x1d4b9,340,4,0}, {0x455,344,4,0}, {0x29f6,348,4,0},
    {0x111,352,6,0}, {0x22f1,358,5,0}, {0x25bf,363,4,0}, {0x25be,367,5,0},
    {0x21f5,372,5,0}, {0x296f,377,5,0}, {0x29a6,382,7,0}, {0x45f,389,4,0},
    {0x27ff,393,8,0}, {0x2a77,0,5,0}, {0x2251,5,4,0}, {0xe9,9,5,0},
    {0xe9,14,6,0}, {0x2a6e,20,6,0}, {0x11b,26,6,0}, {0x2256,32,4,0},
    {0xea,36,4,0}, {0xea,40,5,0}, {0x2255,45,6,0}, {0x44d,51,3,0},
    {0x117,54,4,0}, {0x2147,58,2,0}, {0x2252,60,5,0}, {0x1d522,65,3,0},
    {0x2a9a,68,2,0}, {0xe8,70,5,0}, {0xe8,75,6,0}, {0x2a96,81,3,0},
    {0x2a98,84,6,0}, {0x2a99,90,2,0}, {0x23e7,92,8,0}, {0x2113,100,3,0},
    {0x2a95,103,3,0}, {0x2a97,106,6,0}, {0x113,112,5,0}, {0x2205,117,5,0},
    {0x2205,122,8,0}, {0x2205,130,6,0}, {0x2004,136,6,0}, {0x2005,142,6,0},
    {0x2003,148,4,0}, {0x14b,152,3,0}, {0x2002,155,4,0}, {0x119,159,5,0},
    {0x1d556,164,4,0}, {0x22d5,168,4,0}, {0x29e3,172,6,0}, {0x2a71,178,5,0},
    {0x3b5,183,4,0}, {0x3b5,187,7,0}, {0x3f5,194,5,0}, {0x2256,199,6,0},
    {0x2255,205,7,0}, {0x2242,212,5,0}, {0x2a96,217,10,0}, {0x2a95,227,11,0},
    {0x3d,238,6,0}, {0x225f,244,6,0}, {0x2261,250,5,0}, {0x2a78,255,7,0},
    {0x29e5,262,8,0}, {0x2253,270,5,0}, {0x2971,275,5,0}, {0x212f,280,4,0},
    {0x2250,284,5,0}, {0x2242,289,4,0}, {0x3b7,293,3,0}, {0xf0,296,2,0},
    {0xf0,298,3,0}, {0xeb,301,3,0}, {0xeb,304,4,0}, {0x20ac,308,4,0},
    {0x21,312,4,0}, {0x2203,316,5,0}, {0x2130,321,11,0}, {0x2147,332,12,0},
    {0x2252,0,13,0}, {0x444,13,3,0}, {0x2640,16,6,0}, {0xfb03,22,6,0},
    {0xfb00,28,5,0}, {0xfb04,33,6,0}, {0x1d523,39,3,0}, {0xfb01,42,5,0},
    {0x66,47,5,1}, {0x266d,52,4,0}, {0xfb02,56,5,0}, {0x25b1,61,5,0},
    {0x192,66,4,0}, {0x1d557,70,4,0}, {0x2200,74,6,0}, {0x22d4,80,4,0},
    {0x2ad9,84,5,0}, {0x2a0d,89,8,0}, {0xbd,97,5,0}, {0xbd,102,6,0},
    {0x2153,108,6,0}, {0xbc,114,5,0}, {0xbc,119,6,0}, {0x2155,125,6,0},
    {0x2159,131,6,0}, {0x215b,137,6,0}, {0x2154,143,6,0}, {0x2156,149,6,0},
    {0xbe,155,5,0}, {0xbe,160,6,0}, {0x2157,166,6,0}, {0x215c,172,6,0},
    {0x2158,178,6,0}, {0x215a,184,6,0}, {0x215d,190,6,0}, {0x215e,196,6,0},
    {0x2044,202,5,0}, {0x2322,207,5,0}, {0x1d4bb,212,4,0}, {0x2267,0,2,0},
    {0x2a8c,2,3,0}, {0x1f5,5,6,0}, {0x3b3,11,5,0}, {0x3dd,16,6,0},
    {0x2a86,22,3,0}, {0x11f,25,6,0}, {0x11d,31,5,0}, {0x433,36,3,0},
    {0x121,39,4,0}, {0x2265,43,2,0}, {0x22db,45,3,0}, {0x2265,48,3,0},
    {0x2267,51,4,0}, {0x2a7e,55,8,0}, {0x2a7e,63,3,0}, {0x2aa9,66,5,0},
    {0x2a80,71,6,0}, {0x2a82,77,7,0}, {0x2a84,84,8,0}, {0x22db,92,4,8},
    {0x2a94,96,6,0}, {0x1d524,102,3,0}, {0x226b,105,2,0}, {0x22d9,107,3,0},
    {0x2137,110,5,0}, {0x453,115,4,0}, {0x2277,119,2,0}, {0x2a92,121,3,0},
    {0x2aa5,124,3,0}, {0x2aa4,127,3,0}, {0x2269,130,3,0}, {0x2a8a,133,4,0},
    {0x2a8a,137,8,0}, {0x2a88,145,3,0}, {0x2a88,148,4,0}, {0x2269,152,5,0},
    {0x22e7,157,5,0}, {0x1d558,162,4,0}, {0x60,166,5,0}, {0x210a,171,4,0},
    {0x2273,175,4,0}, {0x2a8e,179,5,0}, {0x2a90,184,5,0}, {0x3e,189,1,0},
    {0x3e,190,2,0}, {0x2aa7,192,4,0}, {0x2a7a,196,5,0}, {0x22d7,201,5,0},
    {0x2995,206,6,0}, {0x2a7c,212,7,0}, {0x2a86,219,9,0}, {0x2978,228,6,0},
    {0x22d7,234,6,0}, {0x22db,240,9,0}, {0x2a8c,249,10,0}, {0x2277,259,7,0},
    {0x2273,266,6,0}, {0x2269,272,9,8}, {0x2269,281,4,8}, {0x21d4,0,4,0},
    {0x200a,4,6,0}, {0xbd,10,4,0}, {0x210b,14,6,0}, {0x44a,20,6,0},
    {0x2194,26,4,0}, {0x2948,30,7,0}, {0x21ad,37,5,0}, {0x210f,42,4,0},
    {0x125,46,5,0}, {0x2665,51,6,0}, {0x2665,57,9,0}, {0x2026,66,6,0},
    {0x22b9,72,6,0}, {0x1d525,78,3,0}, {0x2925,81,8,0}, {0x2926,89,8,0},
    {0x21ff,97,5,0}, {0x223b,102,6,0}, {0x21a9,108,13,0}, {0x21aa,121,14,0},
    {0x1d559,135,4,0}, {0x2015,139,6,0}, {0x1d4bd,145,4,0}, {0x210f,149,6,0},
    {0x127,155,6,0}, {0x2043,161,6,0}, {0x2010,167,6,0}, {0xed,0,5,0},
    {0xed,5,6,0}, {0x2063,11,2,0}, {0xee,13,4,0}, {0xee,17,5,0}, {0x438,22,3,0},
    {0x435,25,4,0}, {0xa1,29,4,0}, {0xa1,33,5,0}, {0x21d4,38,3,0},
    {0x1d526,41,3,0}, {0xec,44,5,0}, {0xec,49,6,0}, {0x2148,55,2,0},
    {0x2a0c,57,6,0}, {0x222d,63,5,0}, {0x29dc,68,6,0}, {0x2129,74,5,0},
    {0x133,79,5,0}, {0x12b,84,5,0}, {0x2111,89,5,0}, {0x2110,94,8,0},
    {0x2111,102,8,0}, {0x131,110,5,0}, {0x22b7,115,4,0}, {0x1b5,119,5,0},
    {0x2208,124,2,0}, {0x2105,126,6,0}, {0x221e,132,5,0}, {0x29dd,137,8,0},
    {0x131,145,6,0}, {0x222b,151,3,0}, {0x22ba,154,6,0}, {0x2124,160,8,0},
    {0x22ba,168,8,0}, {0x2a17,176,8,0}, {0x2a3c,184,7,0}, {0x451,191,4,0},
    {0x12f,195,5,0}, {0x1d55a,200,4,0}, {0x3b9,204,4,0}, {0x2a3c,208,5,0},
    {0xbf,213,5,0}, {0xbf,218,6,0}, {0x1d4be,224,4,0}, {0x2208,228,4,0},
    {0x22f9,232,5,0}, {0x22f5,237,7,0}, {0x22f4,244,5,0}, {0x22f3,249,6,0},
    {0x2208,255,5,0}, {0x2062,260,2,0}, {0x129,262,6,0}, {0x456,268,5,0},
    {0xef,273,3,0}, {0xef,276,4,0}, {0x135,0,5,0}, {0x439,5,3,0},
    {0x1d527,8,3,0}, {0x237,11,5,0}, {0x1d55b,16,4,0}, {0x1d4bf,20,4,0},
    {0x458,24,6,0}, {0x454,30,5,0}, {0x3ba,0,5,0}, {0x3f0,5,6,0},
    {0x137,11,6,0}, {0x43a,17,3,0}, {0x1d528,20,3,0}, {0x138,23,6,0},
    {0x445,29,4,0}, {0x45c,33,4,0}, {0x1d55c,37,4,0}, {0x1d4c0,41,4,0},
    {0x21da,0,5,0}, {0x21d0,5,4,0}, {0x291b,9,6,0}, {0x290e,15,5,0},
    {0x2266,20,2,0}, {0x2a8b,22,3,0}, {0x2962,25,4,0}, {0x13a,29,6,0},
    {0x29b4,35,8,0}, {0x2112,43,6,0}, {0x3bb,49,6,0}, {0x27e8,55,4,0},
    {0x2991,59,5,0}, {0x27e8,64,6,0}, {0x2a85,70,3,0}, {0xab,73,4,0},
    {0xab,77,5,0}, {0x2190,82,4,0}, {0x21e4,86,5,0}, {0x291f,91,7,0},
    {0x291d,98,6,0}, {0x21a9,104,6,0}, {0x21ab,110,6,0}, {0x2939,116,6,0},
    {0x2973,122,7,0}, {0x21a2,129,6,0}, {0x2aab,135,3,0}, {0x2919,138,6,0},
    {0x2aad,144,4,0}, {0x2aad,148,5,8}, {0x290c,153,5,0}, {0x2772,158,5,0},
    {0x7b,163,6,0}, {0x5b,169,6,0}, {0x298b,175,5,0}, {0x298f,180,7,0},
    {0x298d,187,7,0}, {0x13e,194,6,0}, {0x13c,200,6,0}, {0x2308,206,5,0},
    {0x7b,211,4,0}, {0x43b,215,3,0}, {0x2936,218,4,0}, {0x201c,222,5,0},
    {0x201e,227,6,0}, {0x2967,233,7,0}, {0x294b,240,8,0}, {0x21b2,248,4,0},
    {0x2264,252,2,0}, {0x2190,254,9,0}, {0x21a2,263,13,0}, {0x21bd,276,15,0},
    {0x21bc,291,13,0}, {0x21c7,304,14,0}, {0x2194,318,14,0}, {0x21c6,332,15,0},
    {0x21cb,347,17,0}, {0x21ad,364,19,0}, {0x22cb,383,14,0}, {0x22da,397,3,0},
    {0x2264,400,3,0}, {0x2266,403,4,0}, {0x2a7d,407,8,0}, {0x2a7d,415,3,0},
    {0x2aa8,418,5,0}, {0x2a7f,423,6,0}, {0x2a81,429,7,0}, {0x2a83,436,8,0},
    {0x22da,444,4,8}, {0x2a93,448,6,0}, {0x2a85,454,10,0}, {0x22d6,464,7,0},
    {0x22da,471,9,0}, {0x2a8b,480,10,0}, {0x2276,490,7,0}, {0x2272,497,7,0},
    {0x297c,504,6,0}, {0x230a,510,6,0}, {0x1d529,516,3,0}, {0x2276,519,2,0},
    {0x2a91,521,3,0}, {0x21bd,524,5,0}, {0x21bc,529,5,0}, {0x296a,534,6,0},
    {0x2584,540,5,0}, {0x459,545,4,0}, {0x226a,549,2,0}, {0x21c7,551,5,0},
    {0x231e,556,8,0}, {0x296b,564,6,0}, {0x25fa,570,5,0}, {0x140,575,6,0},
    {0x23b0,581,6,0}, {0x23b0,587,10,0}, {0x2268,597,3,0}, {0x2a89,600,4,0},
    {0x2a89,604,8,0}, {0x2a87,612,3,0}, {0x2a87,615,4,0}, {0x2268,619,5,0},
    {0x22e6,624,5,0}, {0x27ec,629,5,0}, {0x21fd,634,5,0}, {0x27e6,639,5,0},
    {0x27f5,644,13,0}, {0x27f7,657,18,0}, {0x27fc,675,10,0}, {0x27f6,685,14,0},
    {0x21ab,699,13,0}, {0x21ac,712,14,0}, {0x2985,726,5,0}, {0x1d55d,731,4,0},
    {0x2a2d,735,6,0}, {0x2a34,741,7,0}, {0x2217,748,6,0}, {0x5f,754,6,0},
    {0x25ca,760,3,0}, {0x25ca,763,7,0}, {0x29eb,770,4,0}, {0x28,774,4,0},
    {0x2993,778,6,0}, {0x21c6,784,5,0}, {0x231f,789,8,0}, {0x21cb,797,5,0},
    {0x296d,802,6,0}, {0x200e,808,3,0}, {0x22bf,811,5,0}, {0x2039,816,6,0},
    {0x1d4c1,822,4,0}, {0x21b0,826,3,0}, {0x2272,829,4,0}, {0x2a8d,833,5,0},
    {0x2a8f,838,5,0}, {0x5b,843,4,0}, {0x2018,847,5,0}, {0x201a,852,6,0},
    {0x142,858,6,0}, {0x3c,864,1,0}, {0x3c,865,2,0}, {0x2aa6,867,4,0},
    {0x2a79,871,5,0}, {0x22d6,876,5,0}, {0x22cb,881,6,0}, {0x22c9,887,6,0},
    {0x2976,893,6,0}, {0x2a7b,899,7,0}, {0x2996,906,6,0}, {0x25c3,912,4,0},
    {0x22b4,916,5,0}, {0x25c2,921,5,0}, {0x294a,926,8,0}, {0x2966,934,7,0},
    {0x2268,941,9,8}, {0x2268,950,4,8}, {0x223a,0,5,0}, {0xaf,5,3,0},
    {0xaf,8,4,0}, {0x2642,12,4,0}, {0x2720,16,4,0}, {0x2720,20,7,0},
    {0x21a6,27,3,0}, {0x21a6,30,6,0}, {0x21a7,36,10,0}, {0x21a4,46,10,0},
    {0x21a5,56,8,0}, {0x25ae,64,6,0}, {0x2a29,70,6,0}, {0x43c,76,3,0},
    {0x2014,79,5,0}, {0x2221,84,13,0}, {0x1d52a,97,3,0}, {0x2127,100,3,0},
    {0xb5,103,4,0}, {0xb5,107,5,0}, {0x2223,112,3,0}, {0x2a,115,6,0},
    {0x2af0,121,6,0}, {0xb7,127,5,0}, {0xb7,132,6,0}, {0x2212,138,5,0},
    {0x229f,143,6,0}, {0x2238,149,6,0}, {0x2a2a,155,7,0}, {0x2adb,162,4,0},
    {0x2026,166,4,0}, {0x2213,170,6,0}, {0x22a7,176,6,0}, {0x1d55e,182,4,0},
    {0x2213,186,2,0}, {0x1d4c2,188,4,0}, {0x223e,192,6,0}, {0x3bc,198,2,0},
    {0x22b8,200,8,0}, {0x22b8,208,5,0}, {0x22d9,0,3,4}, {0x226b,3,3,6},
    {0x226b,6,4,4}, {0x21cd,10,10,0}, {0x21ce,20,15,0}, {0x22d8,35,3,4},
    {0x226a,38,3,6}, {0x226a,41,4,4}, {0x21cf,45,11,0}, {0x22af,56,6,0},
    {0x22ae,62,6,0}, {0x2207,68,5,0}, {0x144,73,6,0}, {0x2220,79,4,6},
    {0x2249,83,3,0}, {0x2a70,86,4,4}, {0x224b,90,5,4}, {0x149,95,5,0},
    {0x2249,100,7,0}, {0x266e,107,5,0}, {0x266e,112,7,0}, {0x2115,119,8,0},
    {0xa0,127,3,0}, {0xa0,130,4,0}, {0x224e,134,5,4}, {0x224f,139,6,4},
    {0x2a43,145,4,0}, {0x148,149,6,0}, {0x146,155,6,0}, {0x2247,161,5,0},
    {0x2a6d,166,8,4}, {0x2a42,174,4,0}, {0x43d,178,3,0}, {0x2013,181,5,0},
    {0x2260,186,2,0}, {0x21d7,188,5,0}, {0x2924,193,6,0}, {0x2197,199,5,0},
    {0x2197,204,7,0}, {0x2250,211,5,4}, {0x2262,216,6,0}, {0x2928,222,6,0},
    {0x2242,228,5,4}, {0x2204,233,6,0}, {0x2204,239,7,0}, {0x1d52b,246,3,0},
    {0x2267,249,3,4}, {0x2271,252,3,0}, {0x2271,255,4,0}, {0x2267,259,5,4},
    {0x2a7e,264,9,4}, {0x2a7e,273,4,4}, {0x2275,277,5,0}, {0x226f,282,3,0},
    {0x226f,285,4,0}, {0x21ce,289,5,0}, {0x21ae,294,5,0}, {0x2af2,299,5,0},
    {0x220b,304,2,0}, {0x22fc,306,3,0}, {0x22fa,309,4,0}, {0x220b,313,3,0},
    {0x45a,316,4,0}, {0x21cd,320,5,0}, {0x2266,325,3,4}, {0x219a,328,5,0},
    {0x2025,333,4,0}, {0x2270,337,3,0}, {0x219a,340,10,0}, {0x21ae,350,15,0},
    {0x2270,365,4,0}, {0x2266,369,5,4}, {0x2a7d,374,9,4}, {0x2a7d,383,4,4},
    {0x226e,387,5,0}, {0x2274,392,5,0}, {0x226e,397,3,0}, {0x22ea,400,5,0},
    {0x22ec,405,6,0}, {0x2224,411,4,0}, {0x1d55f,415,4,0}, {0xac,419,2,0},
    {0xac,421,3,0}, {0x2209,424,5,0}, {0x22f9,429,6,4}, {0x22f5,435,8,4},
    {0x2209,443,7,0}, {0x22f7,450,7,0}, {0x22f6,457,7,0}, {0x220c,464,5,0},
    {0x220c,469,7,0}, {0x22fe,476,7,0}, {0x22fd,483,7,0}, {0x2226,490,4,0},
    {0x2226,494,9,0}, {0x2afd,503,6,7}, {0x2202,509,5,4}, {0x2a14,514,7,0},
    {0x2280,521,3,0}, {0x22e0,524,6,0}, {0x2aaf,530,4,4}, {0x2280,534,5,0},
    {0x2aaf,539,7,4}, {0x21cf,546,5,0}, {0x219b,551,5,0}, {0x2933,556,6,4},
    {0x219d,562,6,4}, {0x219b,568,11,0}, {0x22eb,579,5,0}, {0x22ed,584,6,0},
    {0x2281,590,3,0}, {0x22e1,593,6,0}, {0x2ab0,599,4,4}, {0x1d4c3,603,4,0},
    {0x2224,607,9,0}, {0x2226,616,14,0}, {0x2241,630,4,0}, {0x2244,634,5,0},
    {0x2244,639,6,0}, {0x2224,645,5,0}, {0x2226,650,5,0}, {0x22e2,655,7,0},
    {0x22e3,662,7,0}, {0x2284,669,4,0}, {0x2ac5,673,5,4}, {0x2288,678,5,0},
    {0x2282,683,7,6}, {0x2288,690,9,0}, {0x2ac5,699,10,4}, {0x2281,709,5,0},
    {0x2ab0,714,7,4}, {0x2285,721,4,0}, {0x2ac6,725,5,4}, {0x2289,730,5,0},
    {0x2283,735,7,6}, {0x2289,742,9,0}, {0x2ac6,751,10,4}, {0x2279,761,4,0},
    {0xf1,765,5,0}, {0xf1,770,6,0}, {0x2278,776,4,0}, {0x22ea,780,13,0},
    {0x22ec,793,15,0}, {0x22eb,808,14,0}, {0x22ed,822,16,0}, {0x3bd,838,2,0},
    {0x23,840,3,0}, {0x2116,843,6,0}, {0x2007,849,5,0}, {0x22ad,854,6,0},
    {0x2904,860,6,0}, {0x224d,866,4,6}, {0x22ac,870,6,0}, {0x2265,876,4,6},
    {0x3e,880,4,6}, {0x29de,884,7,0}, {0x2902,891,6,0}, {0x2264,897,4,6},
    {0x3c,901,4,6}, {0x22b4,905,7,6}, {0x2903,912,6,0}, {0x22b5,918,7,6},
    {0x223c,925,5,6}, {0x21d6,930,5,0}, {0x2923,935,6,0}, {0x2196,941,5,0},
    {0x2196,946,7,0}, {0x2927,953,6,0}, {0x24c8,0,2,0}, {0xf3,2,5,0},
    {0xf3,7,6,0}, {0x229b,13,4,0}, {0x229a,17,4,0}, {0xf4,21,4,0},
    {0xf4,25,5,0}, {0x43e,30,3,0}, {0x229d,33,5,0}, {0x151,38,6,0},
    {0x2a38,44,4,0}, {0x2299,48,4,0}, {0x29bc,52,6,0}, {0x153,58,5,0},
    {0x29bf,63,5,0}, {0x1d52c,68,3,0}, {0x2db,71,4,0}, {0xf2,75,5,0},
    {0xf2,80,6,0}, {0x29c1,86,3,0}, {0x29b5,89,5,0}, {0x3a9,94,3,0},
    {0x222e,97,4,0}, {0x21ba,101,5,0}, {0x29be,106,5,0}, {0x29bb,111,7,0},
    {0x203e,118,5,0}, {0x29c0,123,3,0}, {0x14d,126,5,0}, {0x3c9,131,5,0},
    {0x3bf,136,7,0}, {0x29b6,143,4,0}, {0x2296,147,6,0}, {0x1d560,153,4,0},
    {0x29b7,157,4,0}, {0x29b9,161,5,0}, {0x2295,166,5,0}, {0x2228,171,2,0},
    {0x21bb,173,5,0}, {0x2a5d,178,3,0}, {0x2134,181,5,0}, {0x2134,186,7,0},
    {0xaa,193,3,0}, {0xaa,196,4,0}, {0xba,200,3,0}, {0xba,203,4,0},
    {0x22b6,207,6,0}, {0x2a56,213,4,0}, {0x2a57,217,7,0}, {0x2a5b,224,3,0},
    {0x2134,227,4,0}, {0xf8,231,5,0}, {0xf8,236,6,0}, {0x2298,242,4,0},
    {0xf5,246,5,0}, {0xf5,251,6,0}, {0x2297,257,6,0}, {0x2a36,263,8,0},
    {0xf6,271,3,0}, {0xf6,274,4,0}, {0x233d,278,5,0}, {0x2225,0,3,0},
    {0xb6,3,3,0}, {0xb6,6,4,0}, {0x2225,10,8,0}, {0x2af3,18,6,0},
    {0x2afd,24,5,0}, {0x2202,29,4,0}, {0x43f,33,3,0}, {0x25,36,6,0},
    {0x2e,42,6,0}, {0x2030,48,6,0}, {0x22a5,54,4,0}, {0x2031,58,7,0},
    {0x1d52d,65,3,0}, {0x3c6,68,3,0}, {0x3d5,71,4,0}, {0x2133,75,6,0},
    {0x260e,81,5,0}, {0x3c0,86,2,0}, {0x22d4,88,9,0}, {0x3d6,97,3,0},
    {0x210f,100,6,0}, {0x210e,106,7,0}, {0x210f,113,6,0}, {0x2b,119,4,0},
    {0x2a23,123,8,0}, {0x229e,131,5,0}, {0x2a22,136,7,0}, {0x2214,143,6,0},
    {0x2a25,149,6,0}, {0x2a72,155,5,0}, {0xb1,160,5,0}, {0xb1,165,6,0},
    {0x2a26,171,7,0}, {0x2a27,178,7,0}, {0xb1,185,2,0}, {0x2a15,187,8,0},
    {0x1d561,195,4,0}, {0xa3,199,4,0}, {0xa3,203,5,0}, {0x227a,208,2,0},
    {0x2ab3,210,3,0}, {0x2ab7,213,4,0}, {0x227c,217,5,0}, {0x2aaf,222,3,0},
    {0x227a,225,4,0}, {0x2ab7,229,10,0}, {0x227c,239,11,0}, {0x2aaf,250,6,0},
    {0x2ab9,256,11,0}, {0x2ab5,267,8,0}, {0x22e8,275,8,0}, {0x227e,283,7,0},
    {0x2032,290,5,0}, {0x2119,295,6,0}, {0x2ab5,301,4,0}, {0x2ab9,305,5,0},
    {0x22e8,310,6,0}, {0x220f,316,4,0}, {0x232e,320,8,0}, {0x2312,328,8,0},
    {0x2313,336,8,0}, {0x221d,344,4,0}, {0x221d,348,6,0}, {0x227e,354,5,0},
    {0x22b0,359,6,0}, {0x1d4c5,365,4,0}, {0x3c8,369,3,0}, {0x2008,372,6,0},
    {0x1d52e,0,3,0}, {0x2a0c,3,4,0}, {0x1d562,7,4,0}, {0x2057,11,6,0},
    {0x1d4c6,17,4,0}, {0x210d,21,11,0}, {0x2a16,32,7,0}, {0x3f,39,5,0},
    {0x225f,44,7,0}, {0x22,51,3,0}, {0x22,54,4,0}, {0x21db,0,5,0},
    {0x21d2,5,4,0}, {0x291c,9,6,0}, {0x290f,15,5,0}, {0x2964,20,4,0},
    {0x223d,24,4,2}, {0x155,28,6,0}, {0x221a,34,5,0}, {0x29b3,39,8,0},
    {0x27e9,47,4,0}, {0x2992,51,5,0}, {0x29a5,56,5,0}, {0x27e9,61,6,0},
    {0xbb,67,4,0}, {0xbb,71,5,0}, {0x2192,76,4,0}, {0x2975,80,6,0},
    {0x21e5,86,5,0}, {0x2920,91,7,0}, {0x2933,98,5,0}, {0x291e,103,6,0},
    {0x21aa,109,6,0}, {0x21ac,115,6,0}, {0x2945,121,6,0}, {0x2974,127,7,0},
    {0x21a3,134,6,0}, {0x219d,140,5,0}, {0x291a,145,6,0}, {0x2236,151,5,0},
    {0x211a,156,9,0}, {0x290d,165,5,0}, {0x2773,170,5,0}, {0x7d,175,6,0},
    {0x5d,181,6,0}, {0x298c,187,5,0}, {0x298e,192,7,0}, {0x2990,199,7,0},
    {0x159,206,6,0}, {0x157,212,6,0}, {0x2309,218,5,0}, {0x7d,223,4,0},
    {0x440,227,3,0}, {0x2937,230,4,0}, {0x2969,234,7,0}, {0x201d,241,5,0},
    {0x201d,246,6,0}, {0x21b3,252,4,0}, {0x211c,256,4,0}, {0x211b,260,7,0},
    {0x211c,267,8,0}, {0x211d,275,5,0}, {0x25ad,280,4,0}, {0xae,284,2,0},
    {0xae,286,3,0}, {0x297d,289,6,0}, {0x230b,295,6,0}, {0x1d52f,301,3,0},
    {0x21c1,304,5,0}, {0x21c0,309,5,0}, {0x296c,314,6,0}, {0x3c1,320,3,0},
    {0x3f1,323,4,0}, {0x2192,327,10,0}, {0x21a3,337,14,0}, {0x21c1,351,16,0},
    {0x21c0,367,14,0}, {0x21c4,381,15,0}, {0x21cc,396,17,0}, {0x21c9,413,16,0},
    {0x219d,429,15,0}, {0x22cc,444,15,0}, {0x2da,459,4,0}, {0x2253,463,12,0},
    {0x21c4,475,5,0}, {0x21cc,480,5,0}, {0x200f,485,3,0}, {0x23b1,488,6,0},
    {0x23b1,494,10,0}, {0x2aee,504,5,0}, {0x27ed,509,5,0}, {0x21fe,514,5,0},
    {0x27e7,519,5,0}, {0x2986,524,5,0}, {0x1d563,529,4,0}, {0x2a2e,533,6,0},
    {0x2a35,539,7,0}, {0x29,546,4,0}, {0x2994,550,6,0}, {0x2a12,556,8,0},
    {0x21c9,564,5,0}, {0x203a,569,6,0}, {0x1d4c7,575,4,0}, {0x21b1,579,3,0},
    {0x5d,582,4,0}, {0x2019,586,5,0}, {0x2019,591,6,0}, {0x22cc,597,6,0},
    {0x22ca,603,6,0}, {0x25b9,609,4,0}, {0x22b5,613,5,0}, {0x25b8,618,5,0},
    {0x29ce,623,8,0}, {0x2968,631,7,0}, {0x211e,638,2,0}, {0x15b,0,6,0},
    {0x201a,6,5,0}, {0x227b,11,2,0}, {0x2ab4,13,3,0}, {0x2ab8,16,4,0},
    {0x161,20,6,0}, {0x227d,26,5,0}, {0x2ab0,31,3,0}, {0x15f,34,6,0},
    {0x15d,40,5,0}, {0x2ab6,45,4,0}, {0x2aba,49,5,0}, {0x22e9,54,6,0},
    {0x2a13,60,8,0}, {0x227f,68,5,0}, {0x441,73,3,0}, {0x22c5,76,4,0},
    {0x22a1,80,5,0}, {0x2a66,85,5,0}, {0x21d8,90,5,0}, {0x2925,95,6,0},
    {0x2198,101,5,0}, {0x2198,106,7,0}, {0xa7,113,3,0}, {0xa7,116,4,0},
    {0x3b,120,4,0}, {0x2929,124,6,0}, {0x2216,130,8,0}, {0x2216,138,5,0},
    {0x2736,143,4,0}, {0x1d530,147,3,0}, {0x2322,150,6,0}, {0x266f,156,5,0},
    {0x449,161,6,0}, {0x448,167,4,0}, {0x2223,171,8,0}, {0x2225,179,13,0},
    {0xad,192,2,0}, {0xad,194,3,0}, {0x3c3,197,5,0}, {0x3c2,202,6,0},
    {0x3c2,208,6,0}, {0x223c,214,3,0}, {0x2a6a,217,6,0}, {0x2243,223,4,0},
    {0x2243,227,5,0}, {0x2a9e,232,4,0}, {0x2aa0,236,5,0}, {0x2a9d,241,4,0},
    {0x2a9f,245,5,0}, {0x2246,250,5,0}, {0x2a24,255,7,0}, {0x2972,262,7,0},
    {0x2190,269,5,0}, {0x2216,274,13,0}, {0x2a33,287,6,0}, {0x29e4,293,8,0},
    {0x2223,301,4,0}, {0x2323,305,5,0}, {0x2aaa,310,3,0}, {0x2aac,313,4,0},
    {0x2aac,317,5,8}, {0x44c,322,6,0}, {0x2f,328,3,0}, {0x29c4,331,4,0},
    {0x233f,335,6,0}, {0x1d564,341,4,0}, {0x2660,345,6,0}, {0x2660,351,9,0},
    {0x2225,360,4,0}, {0x2293,364,5,0}, {0x2293,369,6,8}, {0x2294,375,5,0},
    {0x2294,380,6,8}, {0x228f,386,5,0}, {0x2291,391,6,0}, {0x228f,397,8,0},
    {0x2291,405,10,0}, {0x2290,415,5,0}, {0x2292,420,6,0}, {0x2290,426,8,0},
    {0x2292,434,10,0}, {0x25a1,444,3,0}, {0x25a1,447,6,0}, {0x25aa,453,6,0},
    {0x25aa,459,4,0}, {0x2192,463,5,0}, {0x1d4c8,468,4,0}, {0x2216,472,6,0},
    {0x2323,478,6,0}, {0x22c6,484,6,0}, {0x2606,490,4,0}, {0x2605,494,5,0},
    {0x3f5,499,15,0}, {0x3d5,514,11,0}, {0xaf,525,5,0}, {0x2282,530,3,0},
    {0x2ac5,533,4,0}, {0x2abd,537,6,0}, {0x2286,543,4,0}, {0x2ac3,547,7,0},
    {0x2ac1,554,7,0}, {0x2acb,561,5,0}, {0x228a,566,5,0}, {0x2abf,571,7,0},
    {0x2979,578,7,0}, {0x2282,585,6,0}, {0x2286,591,8,0}, {0x2ac5,599,9,0},
    {0x228a,608,9,0}, {0x2acb,617,10,0}, {0x2ac7,627,6,0}, {0x2ad5,633,6,0},
    {0x2ad3,639,6,0}, {0x227b,645,4,0}, {0x2ab8,649,10,0}, {0x227d,659,11,0},
    {0x2ab0,670,6,0}, {0x2aba,676,11,0}, {0x2ab6,687,8,0}, {0x22e9,695,8,0},
    {0x227f,703,7,0}, {0x2211,710,3,0}, {0x266a,713,4,0}, {0xb9,717,3,0},
    {0xb9,720,4,0}, {0xb2,724,3,0}, {0xb2,727,4,0}, {0xb3,731,3,0},
    {0xb3,734,4,0}, {0x2283,738,3,0}, {0x2ac6,741,4,0}, {0x2abe,745,6,0},
    {0x2ad8,751,7,0}, {0x2287,758,4,0}, {0x2ac4,762,7,0}, {0x27c9,769,7,0},
    {0x2ad7,776,7,0}, {0x297b,783,7,0}, {0x2ac2,790,7,0}, {0x2acc,797,5,0},
    {0x228b,802,5,0}, {0x2ac0,807,7,0}, {0x2283,814,6,0}, {0x2287,820,8,0},
    {0x2ac6,828,9,0}, {0x228b,837,9,0}, {0x2acc,846,10,0}, {0x2ac8,856,6,0},
    {0x2ad4,862,6,0}, {0x2ad6,868,6,0}, {0x21d9,874,5,0}, {0x2926,879,6,0},
    {0x2199,885,5,0}, {0x2199,890,7,0}, {0x292a,897,6,0}, {0xdf,903,4,0},
    {0xdf,907,5,0}, {0x2316,0,6,0}, {0x3c4,6,3,0}, {0x23b4,9,4,0},
    {0x165,13,6,0}, {0x163,19,6,0}, {0x442,25,3,0}, {0x20db,28,4,0},
    {0x2315,32,6,0}, {0x1d531,38,3,0}, {0x2234,41,6,0}, {0x2234,47,9,0},
    {0x3b8,56,5,0}, {0x3d1,61,8,0}, {0x3d1,69,6,0}, {0x2248,75,11,0},
    {0x223c,86,8,0}, {0x2009,94,6,0}, {0x2248,100,5,0}, {0x223c,105,6,0},
    {0xfe,111,4,0}, {0xfe,115,5,0}, {0x2dc,120,5,0}, {0xd7,125,4,0},
    {0xd7,129,5,0}, {0x22a0,134,6,0}, {0x2a31,140,8,0}, {0x2a30,148,6,0},
    {0x222d,154,4,0}, {0x2928,158,4,0}, {0x22a4,162,3,0}, {0x2336,165,6,0},
    {0x2af1,171,6,0}, {0x1d565,177,4,0}, {0x2ada,181,7,0}, {0x2929,188,4,0},
    {0x2034,192,6,0}, {0x2122,198,5,0}, {0x25b5,203,8,0}, {0x25bf,211,12,0},
    {0x25c3,223,12,0}, {0x22b4,235,14,0}, {0x225c,249,9,0}, {0x25b9,258,13,0},
    {0x22b5,271,15,0}, {0x25ec,286,6,0}, {0x225c,292,4,0}, {0x2a3a,296,8,0},
    {0x2a39,304,7,0}, {0x29cd,311,5,0}, {0x2a3b,316,7,0}, {0x23e2,323,8,0},
    {0x1d4c9,331,4,0}, {0x446,335,4,0}, {0x45b,339,5,0}, {0x167,344,6,0},
    {0x226c,350,5,0}, {0x219e,355,16,0}, {0x21a0,371,17,0}, {0x21d1,0,4,0},
    {0x2963,4,4,0}, {0xfa,8,5,0}, {0xfa,13,6,0}, {0x2191,19,4,0},
    {0x45e,23,5,0}, {0x16d,28,6,0}, {0xfb,34,4,0}, {0xfb,38,5,0},
    {0x443,43,3,0}, {0x21c5,46,5,0}, {0x171,51,6,0}, {0x296e,57,5,0},
    {0x297e,62,6,0}, {0x1d532,68,3,0}, {0xf9,71,5,0}, {0xf9,76,6,0},
    {0x21bf,82,5,0}, {0x21be,87,5,0}, {0x2580,92,5,0}, {0x231c,97,6,0},
    {0x231c,103,8,0}, {0x230f,111,6,0}, {0x25f8,117,5,0}, {0x16b,122,5,0},
    {0xa8,127,2,0}, {0xa8,129,3,0}, {0x173,132,5,0}, {0x1d566,137,4,0},
    {0x2191,141,7,0}, {0x2195,148,11,0}, {0x21bf,159,13,0}, {0x21be,172,14,0},
    {0x228e,186,5,0}, {0x3c5,191,4,0}, {0x3d2,195,5,0}, {0x3c5,200,7,0},
    {0x21c8,207,10,0}, {0x231d,217,6,0}, {0x231d,223,8,0}, {0x230e,231,6,0},
    {0x16f,237,5,0}, {0x25f9,242,5,0}, {0x1d4ca,247,4,0}, {0x22f0,251,5,0},
    {0x169,256,6,0}, {0x25b5,262,4,0}, {0x25b4,266,5,0}, {0x21c8,271,5,0},
    {0xfc,276,3,0}, {0xfc,279,4,0}, {0x29a7,283,7,0}, {0x21d5,0,4,0},
    {0x2ae8,4,4,0}, {0x2ae9,8,5,0}, {0x22a8,13,5,0}, {0x299c,18,6,0},
    {0x3f5,24,10,0}, {0x3f0,34,8,0}, {0x2205,42,10,0}, {0x3d5,52,6,0},
    {0x3d6,58,5,0}, {0x221d,63,9,0}, {0x2195,72,4,0}, {0x3f1,76,6,0},
    {0x3c2,82,8,0}, {0x228a,90,12,8}, {0x2acb,102,13,8}, {0x228b,115,12,8},
    {0x2acc,127,13,8}, {0x3d1,140,8,0}, {0x22b2,148,15,0}, {0x22b3,163,16,0},
    {0x432,179,3,0}, {0x22a2,182,5,0}, {0x2228,187,3,0}, {0x22bb,190,6,0},
    {0x225a,196,5,0}, {0x22ee,201,6,0}, {0x7c,207,6,0}, {0x7c,213,4,0},
    {0x1d533,217,3,0}, {0x22b2,220,5,0}, {0x2282,225,5,6}, {0x2283,230,5,6},
    {0x1d567,235,4,0}, {0x221d,239,5,0}, {0x22b3,244,5,0}, {0x1d4cb,249,4,0},
    {0x2acb,253,6,8}, {0x228a,259,6,8}, {0x2acc,265,6,8}, {0x228b,271,6,8},
    {0x299a,277,7,0}, {0x175,0,5,0}, {0x2a5f,5,6,0}, {0x2227,11,5,0},
    {0x2259,16,6,0}, {0x2118,22,6,0}, {0x1d534,28,3,0}, {0x1d568,31,4,0},
    {0x2118,35,2,0}, {0x2240,37,2,0}, {0x2240,39,6,0}, {0x1d4cc,45,4,0},
    {0x22c2,0,4,0}, {0x25ef,4,5,0}, {0x22c3,9,4,0}, {0x25bd,13,5,0},
    {0x1d535,18,3,0}, {0x27fa,21,5,0}, {0x27f7,26,5,0}, {0x3be,31,2,0},
    {0x27f8,33,5,0}, {0x27f5,38,5,0}, {0x27fc,43,4,0}, {0x22fb,47,4,0},
    {0x2a00,51,5,0}, {0x1d569,56,4,0}, {0x2a01,60,6,0}, {0x2a02,66,6,0},
    {0x27f9,72,5,0}, {0x27f6,77,5,0}, {0x1d4cd,82,4,0}, {0x2a06,86,6,0},
    {0x2a04,92,6,0}, {0x25b3,98,5,0}, {0x22c1,103,4,0}, {0x22c0,107,6,0},
    {0xfd,0,5,0}, {0xfd,5,6,0}, {0x44f,11,4,0}, {0x177,15,5,0}, {0x44b,20,3,0},
    {0xa5,23,2,0}, {0xa5,25,3,0}, {0x1d536,28,3,0}, {0x457,31,4,0},
    {0x1d56a,35,4,0}, {0x1d4ce,39,4,0}, {0x44e,43,4,0}, {0xff,47,3,0},
    {0xff,50,4,0}, {0x17a,0,6,0}, {0x17e,6,6,0}, {0x437,12,3,0}, {0x17c,15,4,0},
    {0x2128,19,6,0}, {0x3b6,25,4,0}, {0x1d537,29,3,0}, {0x436,32,4,0},
    {0x21dd,36,7,0}, {0x1d56b,43,4,0}, {0x1d4cf,47,4,0}, {0x200d,51,3,0},
    {0x200c,54,4,0},
};

const uint32_t reference_seconds[] = {0, 0x6a, 0x331, 0x333, 0x338, 0x200a, 0x20d2, 0x20e5, 0xfe00};
