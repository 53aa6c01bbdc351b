"""Who says what: each form of reporting finds its speaker, and what nobody says has none."""

from __future__ import annotations

import pytest

from graph.model import Claim, Document
from loaders.pipeline import Tier, extract


def said(text: str) -> list[Claim]:
    """The claims of this text that have a speaker."""
    claims = extract(Document(text), tier=Tier.FAST).claims
    return [claim for claim in claims if claim.speaker and claim.type != "relation"]


def speakers(text: str) -> list[str | None]:
    return [claim.speaker for claim in said(text)]


ONE_SPEAKER = {
    "quote first": (
        "“Demand is still far ahead of supply,” said Jensen Huang, chief executive of Nvidia.",
        "jensen-huang",
    ),
    "quote last": (
        "Jensen Huang, chief executive of Nvidia, said: “Demand is still far ahead of supply.”",
        "jensen-huang",
    ),
    "straight marks": ('"Margins have peaked for now," said Jensen Huang, chief executive of Nvidia.', "jensen-huang"),
    "indirect": ("UBS said that margins at Chinese lenders would narrow further.", "ubs"),
    "indirect without that": ("UBS expects margins at Chinese lenders to narrow further.", "ubs"),
    "trailing": ("Margins at Chinese lenders will narrow further, UBS said in a note on Monday.", "ubs"),
    "according to": ("Margins at Chinese lenders will narrow further, according to UBS.", "ubs"),
    "according to first": ("According to UBS, margins at Chinese lenders will narrow further.", "ubs"),
    "in the view of": ("In UBS's view, margins at Chinese lenders will narrow further.", "ubs"),
    "report shows": ("Nvidia's quarterly report shows that revenue grew by 12% from a year earlier.", "nvidia"),
    "a team of it": ("The UBS strategy team stated that the rally has room to run.", "ubs"),
    "a division of it": (
        "Goldman Sachs' Prime division pointed out that hedge funds sold chip makers.",
        "goldman-sachs",
    ),
    "people of it": ("Analysts at Morgan Stanley warned that the rally could fade by summer.", "morgan-stanley"),
    "its spokesman": ("A spokesman for Tesla said the plant would reopen next week.", "tesla"),
    "target change": ("UBS raised its price target on Tesla to $300 from $250.", "ubs"),
    "downgrade": ("Goldman Sachs downgraded Tesla to neutral from buy.", "goldman-sachs"),
    "own guidance": ("Nvidia forecast revenue of $40 billion for the current quarter.", "nvidia"),
    "own announcement": ("Tesla announced that it would build a second plant in Shanghai.", "tesla"),
    "with a participle": ("Stocks slid for a third day, with UBS warning that the sell-off was not over.", "ubs"),
    "a government": ("China said it would lift duties on imported brandy.", "china"),
    "a title that is a verb": ("The bill will pass, said state Senator Heather Steans.", "heather-steans"),
    "an inserted name": ("The chief executive of JPMorgan, Jamie Dimon, said that demand was solid.", "jamie-dimon"),
    "two titles": ("“Demand is far ahead,” said Nvidia CEO and founder Jensen Huang on Monday.", "jensen-huang"),
    "a comma too many": ("Chief Executive of Nvidia Dr. Jensen Huang, said that demand was far ahead.", "jensen-huang"),
    "told somebody": ("“Orders are strong,” Jensen Huang told Reuters.", "jensen-huang"),
    "data show": ("Data compiled by Bloomberg show that exports rose in March.", "bloomberg"),
    "data show behind": ("Exports rose in March, Bloomberg data show.", "bloomberg"),
    "a month between": ("A survey done by UBS in early April found that rents would fall.", "ubs"),
    "reported on a day": ("UBS reported on Jan. 4 that rents had fallen by 3%.", "ubs"),
    "to a person": ("To Jensen Huang, chief executive of Nvidia, the ban is a mistake.", "jensen-huang"),
    "behind one word": ("Demand, Jensen Huang said, is essentially without a limit.", "jensen-huang"),
    "list of calls": ("Morgan Stanley: 4,200", "morgan-stanley"),
}


@pytest.mark.parametrize(("text", "speaker"), ONE_SPEAKER.values(), ids=ONE_SPEAKER.keys())
def test_each_form_of_reporting_finds_its_speaker(text: str, speaker: str) -> None:
    assert set(speakers(text)) == {speaker}


NOBODY = {
    "passive": "Tesla is expected to report its results on Wednesday.",
    "unnamed group": "Analysts say that the rally is close to its end.",
    "sources": "The talks have stalled, people familiar with the matter said.",
    "the document itself": "Tesla posted revenue of $25 billion in the third quarter.",
    "a deal as fact": "Microsoft has agreed to buy a games studio for $2 billion.",
    "added as a rise": "Tesla added 2.5% in early trading.",
    "seeing something happen": "Tesla saw its share price halve in a year.",
    "some of its people": "Two Federal Reserve officials said the next step was open.",
    "valued by nobody": "The carmaker Tesla, valued at $800 billion, is the largest of them.",
    "described by others": "Shares of Nvidia, considered a gauge of the industry, slipped.",
    "asked by somebody": "Economists polled by Reuters had forecast a smaller fall in orders.",
    "what somebody might say": "That would change if UBS suddenly said it was furious about the deal.",
    "unless somebody says": "The deal is off unless UBS concludes that the price is fair.",
    "a report on something": "UBS reported on markets that few people follow.",
    "a single word": "“Yes,” Jensen Huang said.",
    "a noun": "The UBS forecast is due next week.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_what_nobody_named_says_has_no_speaker(text: str) -> None:
    assert speakers(text) == []


def test_a_quotation_split_by_its_speaker_is_wholly_his() -> None:
    text = "“The cycle has turned,” said Jensen Huang, chief executive of Nvidia. “We see orders in every region.”"
    assert [claim.evidence.quote[:12] for claim in said(text)] == ["“The cycle h", "“We see orde"]
    assert set(speakers(text)) == {"jensen-huang"}


def test_a_quotation_of_several_sentences_gives_a_claim_for_each() -> None:
    text = "Jensen Huang of Nvidia said: “Orders are strong. Supply is catching up. Prices will hold.”"
    assert speakers(text) == ["jensen-huang"] * 3


def test_an_unattributed_quotation_paragraph_goes_on_with_the_speaker_before() -> None:
    text = "“Orders are strong,” said Jensen Huang, chief executive of Nvidia.\n“Supply is catching up quickly now.”"
    assert speakers(text) == ["jensen-huang", "jensen-huang"]


def test_an_indirect_attribution_does_not_cross_a_paragraph() -> None:
    text = "UBS said that the rally would fade.\nTesla shares closed at $240 in New York."
    assert speakers(text) == ["ubs"]


def test_further_numbers_of_the_same_data_keep_their_source() -> None:
    text = "Exports rose 5% in the first half, according to the Federal Reserve. Imports amounted to $90 billion."
    assert speakers(text) == ["federal-reserve", "federal-reserve"]


def test_two_speakers_of_one_sentence_each_have_their_own_clause() -> None:
    first, second = said(
        "UBS said the index would rise to 4,500 points, while Goldman Sachs predicted a fall to 3,900 points."
    )
    assert (first.speaker, second.speaker) == ("ubs", "goldman-sachs")
    assert "Goldman" not in first.evidence.quote
    assert "4,500" not in second.evidence.quote


def test_a_person_speaks_for_the_organisation_of_his_role() -> None:
    claims = said("Scott Rubner, managing director at Goldman Sachs, warned that stocks may fall next month.")
    assert [(claim.speaker, claim.org) for claim in claims] == [("scott-rubner", "goldman-sachs")]


def test_a_pronoun_speaks_as_the_person_it_stands_for() -> None:
    text = "Scott Rubner, managing director at Goldman Sachs, turned cautious. He said that stocks may fall next month."
    assert speakers(text)[-1] == "scott-rubner"


def test_what_precedes_a_conjunction_belongs_to_the_document() -> None:
    (claim,) = said("Tesla rose 3% after UBS raised its price target on the stock to $300.")
    assert claim.evidence.quote.startswith("UBS raised")


def test_scare_quotes_are_no_speech() -> None:
    assert speakers('The so-called "magnificent" stocks lost 4% on Friday.') == []


UNSAID = {
    "what may come": "UBS may lower its forecast next week.",
    "what was expected": "Investors had bet that UBS would announce another cut of jobs.",
    "the slate of somebody": "The three directors are part of UBS's proposed slate for the board.",
    "the news behind a move": "Shares of the carmaker fell after Tesla reported its weakest sales of the year.",
    "a source": "Another source said Tesla hoped to close the deal by the end of May.",
    "a person behind it": "Tesla has proposed a swap of the bonds, a person familiar with the matter said.",
    "sources, turned round": "UBS has prepared an offer for the branch, said the sources, who asked not to be named.",
    "a source close to it": "Tesla will close the plant, said a source close to the talks.",
    "traders": "UBS raised its stake in Tesla to 9%, traders said.",
    "the object of others": "Hundreds of retailers urged UBS to drop the plan, warning it would cost jobs.",
    "an agency of a country": "Italy's tax agency said on Monday it was looking at 800 people.",
}


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID.keys())
def test_what_somebody_named_did_not_say_is_not_theirs(text: str) -> None:
    assert speakers(text) == []


JANE_BELL = "Jane Bell, chief executive of Acme Robotics Inc."
SAID_ALL_THE_SAME = {
    "a clause behind after": ("Shares fell after Tesla announced that it would close two plants.", "tesla"),
    "a place of its own": ("Shares fell when Tesla said it would close two plants in Texas.", "tesla"),
    "sources at a house": ("The plan has failed, said two executives at UBS.", "ubs"),
    "a government": ("Italy's government said on Monday it was looking at 800 people.", "italy"),
    "analysts with": ("Others are wary, with UBS analysts saying the cost of the plan will rise.", "ubs"),
    "would recommend": ("UBS would recommend the shares to patient investors only.", "ubs"),
    "some stores": (f"{JANE_BELL}, said some stores would close.", "jane-bell"),
    "investors": (f"{JANE_BELL}, said investors should wait for the results.", "jane-bell"),
    "analysts": (f"{JANE_BELL}, said analysts were too harsh on the firm.", "jane-bell"),
    "others": (f"{JANE_BELL}, said others wanted more.", "jane-bell"),
    "sources of power": (f"{JANE_BELL}, said sources of power grew scarce.", "jane-bell"),
    "critics of the plan": ("Jane Bell, who is head of it all, said critics of the plan grew.", "jane-bell"),
    "the person in charge": (f"{JANE_BELL}, said the person in charge had left.", "jane-bell"),
    "others behind and": ("UBS raised its target for Tesla to $400, and others said it may go higher.", "ubs"),
    "many investors": ("UBS raised its target for Tesla to $400 and said many investors had missed it.", "ubs"),
    "workers behind and": ("Tesla announced a $3 billion plant on Monday, and some workers said so.", "tesla"),
}


@pytest.mark.parametrize(("text", "speaker"), SAID_ALL_THE_SAME.values(), ids=SAID_ALL_THE_SAME.keys())
def test_what_looks_alike_but_was_said_is_theirs(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_the_numbers_of_others_do_not_go_on_with_a_source() -> None:
    text = "Exports rose 5% in May, according to the Federal Reserve. UBS counts 90 ships that wait at the pier."
    assert speakers(text) == ["federal-reserve"]


OF_SEVERAL = {
    "they behind analysts": "UBS analysts said growth would slow. They expect two cuts this year.",
    "they behind a quotation": "Growth will slow, analysts at UBS said. “We see two cuts,” they wrote in a note.",
    "the economists": "Growth will slow, economists at UBS said in a note.\nThe economists expect two cuts this year.",
    "the companies": "UBS and Credit Suisse said they would merge. The two companies expect the deal to close in May.",
    "they who said": "UBS and Tesla said sales fell. They also said margins held.",
    "the companies that met": "Prices fell, UBS said. UBS and Tesla met.\nThe companies said they would go on.",
    "both banks": "UBS and Credit Suisse said they would merge. There is no other way, both banks said.",
}


@pytest.mark.parametrize("text", OF_SEVERAL.values(), ids=OF_SEVERAL.keys())
def test_what_several_say_is_of_the_first_of_them(text: str) -> None:
    assert speakers(text) == ["ubs", "ubs"]


def test_of_two_people_at_a_house_the_first_speaks() -> None:
    text = "Economists Martha Quill and Robert Pike of UBS said growth would slow. “We see two cuts,” they wrote."
    assert speakers(text) == ["martha-quill", "martha-quill"]


@pytest.mark.parametrize(
    "text",
    [
        "UBS met Tesla. They said so on Monday and again on Friday.",
        "UBS and Tesla met in May.\nIt rained.\nMud is left.\nThe two companies said nothing new was planned.",
        "UBS and Tesla met in May. They were calm about the fall of the yen.",
        "UBS and Tesla were sued by two shoppers. They said the cars were bad.",
        "UBS and Tesla bought new buses after owners wept. They said the price was too low.",
        "UBS and Tesla drivers met in May. They said pay was too low.",
        "Two women met UBS and Tesla. They said pay was too low.",
        "The researchers met UBS and Tesla. The researchers said pay was too low.",
    ],
)
def test_a_plural_without_several_speaks_for_nobody(text: str) -> None:
    assert speakers(text) == []


OTHERS_BETWEEN = {
    "owners": "UBS and Tesla said some owners complained. They said the doors had jammed.",
    "parents": "UBS and Tesla said it would help parents. They said the school was too far.",
    "consumers": "UBS analysts said growth hurts consumers. They said bread was too dear.",
}


@pytest.mark.parametrize("text", OTHERS_BETWEEN.values(), ids=OTHERS_BETWEEN.keys())
def test_they_may_be_others_that_a_text_tells_of_in_between(text: str) -> None:
    assert speakers(text) in (["ubs"], [])


@pytest.mark.parametrize(
    "title",
    ["The chief executive of Tesla", "Tesla's chief executive", "The Tesla CEO", "Tesla's chief executive officer"],
)
def test_who_holds_a_position_speaks_as_its_title(title: str) -> None:
    text = f"Martha Quill, chief executive of Tesla, opened the plant.\n{title} said two others would close."
    assert speakers(text) == ["martha-quill"]


def test_who_chairs_the_board_is_the_chairman() -> None:
    text = "Martha Quill, chairman of the board of Tesla, was calm.\nTesla's chairman said two plants would close."
    assert speakers(text) == ["martha-quill"]


def test_who_holds_two_positions_speaks_as_either() -> None:
    text = "Martha Quill is the president and chief executive of Tesla.\nTesla's president said two plants would close."
    assert speakers(text) == ["martha-quill"]


@pytest.mark.parametrize(
    ("role", "part"),
    [
        ("Martha Quill sits on the board of Tesla", "Tesla's board"),
        ("Martha Quill, head of equity research at Tesla, was calm", "Tesla equity research"),
        ("Martha Quill, general manager of Tesla, was calm", "Tesla's manager in Ohio"),
        ("Martha Quill is vice president of Tesla", "Tesla's president"),
    ],
)
def test_a_part_of_a_title_is_not_its_holder(role: str, part: str) -> None:
    assert "martha-quill" not in speakers(f"{role}.\n{part} said two plants would close.")


@pytest.mark.parametrize("title", ["Tesla's chief financial officer", "A Tesla director", "A chief executive at Tesla"])
def test_another_title_is_not_hers(title: str) -> None:
    text = f"Martha Quill, chief executive of Tesla, opened the plant.\n{title} said two others would close."
    assert "martha-quill" not in speakers(text)


OWN = {
    "its filing": ("Tesla sold more cars in May, according to its latest filing with the Federal Reserve.", "tesla"),
    "its website": ("Tesla has sold three million cars, according to its website.", "tesla"),
    "accuses": ("Tesla accused its supplier of breaking the contract.", "tesla"),
    "threatens": ("Tesla threatened to sue its supplier over the broken contract.", "tesla"),
    "commits": ("Tesla has committed to investing in the region for ten years.", "tesla"),
}


@pytest.mark.parametrize(("text", "speaker"), OWN.values(), ids=OWN.keys())
def test_what_a_company_files_threatens_or_commits_to_is_its_own(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_who_is_committed_or_is_accused_says_nothing() -> None:
    assert speakers("Tesla is committed to its plant. Tesla was accused of breaking the contract.") == []


WORDINGS = {
    "complains": "UBS complained that the rules were too strict.",
    "testifies": "UBS testified that the rules were too strict.",
    "hints": "UBS hinted at a cut in its dividend.",
    "laments": "UBS lamented the weak sales of its rivals.",
    "alleges": "UBS alleged the rules were written for its rivals.",
    "assures": "UBS assured investors that the dividend was safe.",
    "apologises": "UBS apologised for the long outage of its systems.",
    "puts a number": "UBS puts the cost of the new rules at $30 million.",
    "starts coverage": "UBS started coverage of the shares with a buy rating.",
    "in the view of": "The new rules are too strict, in the view of UBS.",
}


@pytest.mark.parametrize("text", WORDINGS.values(), ids=WORDINGS.keys())
def test_other_wordings_report_too(text: str) -> None:
    assert speakers(text) == ["ubs"]


NO_REPORT = {
    "puts at risk": "UBS puts the deal of the year at risk.",
    "starts a thing": "UBS started a new fund for pensioners.",
    "posts a loss": "UBS posted a loss of $30 million.",
    "counters": "UBS countered the fall of the yen with swaps.",
}


@pytest.mark.parametrize("text", NO_REPORT.values(), ids=NO_REPORT.keys())
def test_the_same_verbs_without_what_is_told_report_nothing(text: str) -> None:
    assert speakers(text) == []


def test_one_who_says_what_another_does_is_the_speaker() -> None:
    text = "Martha Quill, a manager in Oslo, said UBS started too late."
    assert speakers(text) == ["martha-quill"]


def test_two_people_expect_without_an_s() -> None:
    text = "At UBS, economists Martha Quill and Robert Pike estimate growth of 3 percent for the year."
    assert speakers(text) == ["martha-quill"]


@pytest.mark.parametrize(
    "text",
    [
        "Here are some of the views: Martha Quill, chief strategist at UBS: “We see two cuts and no more.”",
        "Martha Quill, an analyst at UBS, which manages $9 billion: “We see two cuts and no more.”",
        "Martha Quill, chief strategist at UBS: The market has slumped to levels not seen in ten years.",
        "Martha Quill: “We see two cuts and no more than that.”",
    ],
)
def test_a_name_with_its_title_before_a_colon_speaks(text: str) -> None:
    assert speakers(text) == ["martha-quill"]


@pytest.mark.parametrize(
    "text",
    [
        "The team: Martha Quill, chief strategist; Robert Pike, analyst.",
        "Three people were there: Martha Quill, Robert Pike and Ann Lowe.",
        "The winner was Martha Quill, chief strategist at UBS: a win for all of us.",
        "This is Martha Quill: the first of many.",
    ],
)
def test_a_name_beside_a_colon_that_heads_nothing_said_does_not(text: str) -> None:
    assert speakers(text) == []


def test_what_stands_under_a_label_goes_on_over_plain_sentences_and_quotations() -> None:
    text = "Martha Quill, an analyst at UBS: The market has slumped. It is a buy. “I am calm.” Prices will rise again."
    assert speakers(text) == ["martha-quill"] * 4


def test_behind_a_labelled_quotation_the_document_speaks_again() -> None:
    text = "Martha Quill, an analyst at UBS: “The market has slumped.” Prices fell by a third in May."
    assert speakers(text) == ["martha-quill"]


@pytest.mark.parametrize(
    "text",
    [
        "Margins at Chinese lenders will narrow further, per UBS.",
        "Margins at Chinese lenders will narrow further, UBS added.",
        "UBS affirmed that margins would narrow further.",
        "UBS affirmed its commitment to the deal.",
        "UBS disputes the finding.",
        "UBS economists expect rates to fall.",
        "UBS said claims of a loss were wrong.",
        "UBS put the cost at $3 million.",
    ],
)
def test_rarer_words_of_speech_have_their_speaker_too(text: str) -> None:
    assert speakers(text) == ["ubs"]


@pytest.mark.parametrize(
    "text",
    [
        "It earned $3 per UBS share.",
        "UBS added 300 people.",
        "UBS put 300 people at 3 sites.",
        "In May, two shops were added by UBS.",
    ],
)
def test_what_looks_like_them_says_nothing(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("UBS chief executive Martha Quill was calm. The UBS boss said sales rose.", "martha-quill"),
        ("UBS chairman Martha Quill met a banker. UBS's chief said sales rose.", "martha-quill"),
        ("UBS chairman Martha Quill and UBS chief executive Nils Abernathy met. The UBS boss said sales rose.", "ubs"),
        ("UBS analyst Martha Quill was calm. The UBS boss said sales rose.", "ubs"),
    ],
)
def test_the_boss_is_who_leads_the_whole(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
