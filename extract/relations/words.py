"""Vocabulary that several relations share, as data: offices, bodies, light verbs."""

ROLES = frozenset(
    """accountant actor actress actuary administrator adviser advisor agent aide ambassador analyst anchor anchorman
    anchorwoman announcer apprentice architect archivist artist assistant associate astronomer attorney auditor author
    baker banker barrister biologist bishop boss broadcaster broker brewer builder bursar buyer captain caretaker
    cashier ceo cfo chair chairlady chairman chairperson chairwoman chancellor chaplain chef chemist chief cio clerk
    cmo coach co-chair co-chairman co-director co-head colonel columnist commander commentator commissioner
    comptroller conductor consultant contributor controller cook coo coordinator co-ordinator correspondent councillor
    counsel counselor counsellor critic cto curator dean dealer deputy designer developer diplomat director
    director-general distiller doctor driver economist editor editor-in-chief electrician employee engineer envoy
    executive farmer fellow foreman forecaster gardener geologist governor guard head headmaster headmistress
    head-teacher headteacher historian host inspector instructor intern interpreter inventor investigator janitor
    journalist judge justice keeper lawyer leader lecturer librarian lieutenant lobbyist major manager marketer
    mathematician mayor mechanic member merchandiser meteorologist midwife miller minister moderator negotiator
    nurse officer official operator organiser organizer partner paymaster pharmacist photographer physician physicist
    pilot planner player plumber police porter postmaster premier presenter presidency president president-elect
    priest principal producer professor programmer prosecutor provost psychologist publicist publisher rabbi
    receptionist recruiter rector registrar reporter representative researcher reviewer salesman salesperson
    saleswoman scientist secretary secretary-general senator sergeant sheriff shipwright shopkeeper solicitor soprano
    speaker specialist spokesman spokesperson spokeswoman statistician steward stewardess strategist subeditor
    superintendent supervisor surgeon surveyor sweeper teacher technician technologist tenor theorist trader trainee
    trainer translator treasurer trustee tutor undersecretary underwriter vice-chair vice-chairman vice-chancellor
    vice-president viticulturist volunteer waiter waitress warden welder winemaker worker writer musician
    bassist drummer guitarist vocalist singer organist violinist cellist pianist composer coxswain goalkeeper striker
    midfielder quarterback pitcher skipper navigator bookkeeper book-keeper ombudsman whip frontman docent
    backbencher frontbencher mp frontwoman councilwoman councilman alderman cofounder-ceo postdoc statesman understudy
    barman barmaid bartender ranger lifeguard busboy pastor deacon vicar imam nun curate choirmaster cantor
    number-cruncher batsman bowler off-spinner winger defender fullback captain cricketer pundit presenter compere
    dj disc-jockey newsreader newscaster co-host gaffer copywriter illustrator animator cinematographer screenwriter
    playwright dramaturg choreographer dancer ballerina conservator restorer cartographer oceanographer ecologist
    botanist zoologist virologist epidemiologist pathologist radiologist cardiologist neurologist oncologist
    paediatrician pediatrician psychiatrist dentist vet veterinarian paramedic matron registrar almoner beadle
    foreman forewoman shepherd gamekeeper groom jockey trainer stablehand handler dispatcher stevedore docker
    machinist fitter turner blacksmith carpenter joiner plasterer roofer glazier tiler bricklayer mason labourer
    laborer roustabout driller miner smelter refiner roaster taster blender maltster cooper milliner tailor
    seamstress cutter weaver spinner dyer tanner cobbler shoemaker watchmaker jeweller goldsmith silversmith
    sommelier barista baker confectioner chocolatier patissier butcher fishmonger greengrocer grocer florist
    commandant brigadier admiral commodore corporal constable detective marshal chairholder vice-provost
    vice-principal vice-rector vice-captain sub-editor co-ceo co-president co-owner-manager co-manager""".split()
)
"""Nouns that name an office or an employment."""

OFFICES = frozenset(
    """executive officer chairman chairwoman chair chairperson president director manager treasurer head ceo cfo coo cto
    spokesman spokeswoman spokesperson vice-chairman deputy counsel co-chairman""".split()
)
"""Offices of a body of one's own, told without it where it has just been spoken of."""

BENCH = frozenset("judge justice clerk registrar magistrate president bailiff recorder".split())
"""Offices that a court itself has."""

PEOPLE = frozenset(
    "staff employee worker workforce engineer team board shareholder colleague director member personnel trustee "
    "journalist reporter researcher scientist crew management partner driver customer tenant creditor".split()
)
"""People of a body, who stand for it as receivers or as recruits."""

HIRES = frozenset(
    "hire recruit poach lure woo headhunt entice rehire court sign engage tempt snatch prise pry approach coax enlist "
    "wheedle pinch nab steal land invite".split()
) | {
    "bring in", "sign up", "hire away", "bring back", "take on", "win over", "scoop up", "snap up", "tap up",
    "bring over", "lure away", "win back", "call in", "draft in", "bring aboard",
}  # fmt: skip
"""Verbs of hiring."""

BOARDS = frozenset("board council committee panel directorate cabinet".split())
