using System.Globalization;
using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Dates;
using Gradus.Rules;
using Gradus.Tools;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Gradus.Tests.Search;

/// <summary>What the shipped content is found by.</summary>
public sealed class ContentSearchTests
{
    private const double LeastFound = 0.95;

    private static readonly DateOnly On = new(2026, 11, 25);
    private static readonly Lazy<ContentLibrary> Library = new(() => ContentLoader.Load(Repository.At("content")));
    private static readonly Lazy<SpecialtyExplorerContent> Explorer = new(() => SpecialtyExplorerContent.Load(Repository.At("content")));
    private static readonly Lazy<SearchIndex> Shipped = new(() => ContentSearch.Build(Library.Value, Explorer.Value, Nation.England, On));

    // Questions of tools that other rooms may declare, with the words that a doctor may ask them by.
    private static readonly (string Room, string Key, string Question, string Name, string Words, string[] Asked)[] Others =
    [
        ("less-than-full-time", "pay", "What will I earn less than full time?", "Less than full time pay",
            "Basic pay, hours, nights, weekends, on call and London weighting at your share of full time.",
            ["what will i earn ltft", "ltft pay calculator", "how much will I be paid less than full time"]),
        ("less-than-full-time", "request", "By when must I ask to train less than full time?", "Less than full time request",
            "Your deadline from the day of the change, who approves it and what share is allowed.",
            ["deadline to apply for ltft", "by when must I ask for less than full time"]),
        ("less-than-full-time", "leave", "How much leave do I have less than full time?", "Leave and bank holidays",
            "Annual leave and bank holidays pro rata, in days and hours.", ["ltft annual leave calculator", "bank holidays pro rata"]),
        ("shadowing", "pay-days", "What am I paid for shadowing, and when?", "Shadowing pay", "The four days before the first of August and their pay.",
            ["what am I paid for shadowing"]),
        ("revalidation", "dates", "When is my revalidation, and what is due before it?", "Revalidation dates",
            "Notice, window and last appraisal from your submission date.", ["when is my revalidation due"]),
        ("gp-partnership", "repayment", "What must I repay if I leave the partnership?", "Repayment",
            "New to Partnership payment: what is paid back when you leave or change sessions.",
            ["n2pp repayment calculator", "how much must I pay back if I leave partnership"]),
        ("sas-charter", "pay-point", "When do I reach my next SAS pay point?", "Next pay point",
            "Specialty doctors and specialists: the day, the rise and the gate.", ["next SAS pay point", "when is my next pay point"]),
        ("code-of-practice", "plan", "What does my employer owe me, and is it late?", "Code of Practice tracker",
            "From your start date: offer, work schedule, roster, who owes what by when.", ["is my rota late", "what does my employer owe me"]),
        ("working-abroad", "compare", "Which country would suit me, side by side?", "Countries side by side",
            "New Zealand, Australia, Canada and the USA by time, cost, exams and visa.", ["compare australia and new zealand"]),
    ];

    public static TheoryData<string> UkHospitals =>
    [
        "Perth Royal Infirmary", "Royal Victoria Infirmary", "Victoria Hospital Kirkcaldy", "Queen Victoria Hospital East Grinstead", "Royal Victoria Hospital Belfast",
        "Blackpool Victoria", "Victoria Infirmary Glasgow", "Wellington Hospital London", "Christchurch Hospital Dorset", "Calderdale Royal Hospital Halifax",
        "Pilgrim Hospital Boston", "York Hospital", "Western General Edinburgh", "Great Western Swindon", "Royal Cornhill Aberdeen",
        "Royal Surrey Guildford", "Worcester Royal", "Royal Infirmary of Edinburgh", "Queen Elizabeth Hospital Birmingham", "University Hospital of Wales",
        "University Hospital Monklands", "Royal Alexandra Hospital Paisley", "Altnagelvin Derry", "Great Ormond Street", "King George Ilford",
    ];

    public static TheoryData<string> MoreUkHospitals =>
    [
        "New Cross Hospital Wolverhampton", "Royal Gwent", "North Manchester General", "South Tyneside District Hospital", "South West Acute Enniskillen",
        "Craigavon Area Hospital", "New Victoria Hospital Kingston", "Royal United Bath", "Princess of Wales Bridgend", "East Kent Hospitals",
        "Great Yarmouth James Paget", "Antrim Area", "University Hospital of North Tees", "King’s Mill Mansfield", "Southampton General",
    ];

    public static TheoryData<string> BareHospitals =>
    [
        "Northern General", "Western General", "New Cross", "Leeds General Infirmary", "Royal Free", "Royal London", "Royal Sussex", "Manchester Royal Infirmary",
        "Aberdeen Royal Infirmary", "Cambridge University Hospitals", "King’s College Hospital", "University College Hospital", "Prince of Wales Hospital",
        "Princess Royal", "St James University Hospital", "Royal Perth", "Victoria Infirmary", "Hull Royal Infirmary",
        "Queen Elizabeth", "Queen Alexandra Portsmouth", "Royal Oldham", "Great Western Hospital", "City Hospital Birmingham", "Royal Devon", "Ninewells Hospital Dundee", "Great Yarmouth James Paget",
        "Southend University Hospital", "Royal Glamorgan", "Causeway Hospital Coleraine", "Borders General Hospital", "Dumfries Royal Infirmary", "Royal Hallamshire",
    ];

    public static TheoryData<string> NoHospitals =>
    [
        "general practice", "general surgery London", "acute medicine", "north west", "Northern Ireland", "royal college of physicians", "new zealand", "new south wales",
        "south wales", "north wales", "East Midlands", "west midlands north", "East of England", "university", "college", "hospital arcp", "college credits",
        "Melbourne hospital", "hospital rota", "hospital handover", "new to partnership", "United States", "Western Australia", "Kent Surrey and Sussex",
        "general practice hospital posts", "hospital London pay", "county council public health",
    ];

    public static TheoryData<string> Questions => [.. AllTools.All.Select(tool => tool.Question)];

    public static TheoryData<string> QuestionsOfOthers => [.. Others.SelectMany(tool => tool.Asked.Prepend(tool.Question))];

    [Fact]
    public void Cases_FindTheirPageAmongTheFirstThree()
    {
        var cases = Library.Value.SearchCases;
        var missed = cases.Where(asked => !Shipped.Value.Find(asked.Query).Hits.Take(3).Any(hit => asked.Addresses.Contains(hit.Entry.Page))).ToList();
        var notFound = string.Join("; ", missed.Select(asked => $"{asked.Query} → {string.Join(" or ", asked.Addresses)}"));
        var score = 1 - (missed.Count / (double)cases.Count);

        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count - missed.Count} of {cases.Count} queries find their page among the first three ({score:P1}). Not: {notFound}");
        cases.Count.ShouldBeGreaterThanOrEqualTo(200);
        score.ShouldBeGreaterThanOrEqualTo(LeastFound, notFound);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Find_AToolsOwnQuestion_PutsTheToolFirst(string question) =>
        Shipped.Value.Find(question).Hits[0].Address.ShouldBe(AllTools.All.Single(tool => tool.Question == question).Address);

    [Theory]
    [MemberData(nameof(QuestionsOfOthers))]
    public void Find_WithMoreToolsDeclared_PutsTheOneThatAnswersFirst(string asked)
    {
        var tool = Others.Single(other => other.Question == asked || other.Asked.Contains(asked));

        WithOthers.Value.Find(asked).Hits[0].Address.ShouldBe($"/{tool.Room}/{tool.Key}");
    }

    [Theory]
    [InlineData("what specialty should I do", "/specialty-explorer/match")]
    [InlineData("which specialty would suit me", "/specialty-explorer/match")]
    [InlineData("cct calculator", "/less-than-full-time/completion-date")]
    [InlineData("when do I finish", "/less-than-full-time/completion-date")]
    [InlineData("by when must I answer my offer", "/specialty-applications/offer-deadline")]
    [InlineData("offer deadline", "/specialty-applications/offer-deadline")]
    [InlineData("how much leave at 60%", "/less-than-full-time/leave")]
    [InlineData("when do I get my rota", "/code-of-practice/plan")]
    public void Find_AQuestionThatAToolAnswers_PutsTheToolFirst(string asked, string address) => Shipped.Value.Find(asked).Hits[0].Address.ShouldBe(address);

    [Theory]
    [MemberData(nameof(UkHospitals))]
    [MemberData(nameof(MoreUkHospitals))]
    public void Find_TheNameOfAUkHospital_LeadsToNoCountryAbroad(string hospital) =>
        Shipped.Value.Find(hospital).Hits.Take(3).Select(hit => hit.Entry.Page).ShouldNotContain(page => page.StartsWith("/working-abroad", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(BareHospitals))]
    public void Find_TheNameOfAUkHospitalAlone_FindsNothing(string hospital)
    {
        var answer = Shipped.Value.Find(hospital);

        answer.Hits.Select(hit => hit.Entry.Page).ShouldBeEmpty();
        answer.DidYouMean.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(NoHospitals))]
    public void Find_WordsThatHospitalsAreNamedWith_FindsWhatIsAsked(string asked) => Shipped.Value.Find(asked).Hits.ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(UkHospitals))]
    [MemberData(nameof(MoreUkHospitals))]
    public void Find_AQuestionAboutAUkHospital_LeadsToNoCountryAbroad(string hospital)
    {
        var all = AskedOf(hospital).ToList();
        all.ShouldNotBeEmpty();
        foreach (var (query, _) in all)
        {
            Shipped.Value.Find(query).Hits.Take(3).Select(hit => hit.Entry.Page).ShouldNotContain(page => page.StartsWith("/working-abroad", StringComparison.Ordinal), query);
        }
    }

    [Fact]
    public void Find_QuestionsAboutUkHospitals_FindTheRoomAmongTheFirstThree()
    {
        var asked = UkHospitals.Concat(MoreUkHospitals).SelectMany(row => AskedOf(row.Data)).ToList();
        var missed = asked.Where(question => !Shipped.Value.Find(question.Query).Hits.Take(3).Any(hit => hit.Entry.Page.StartsWith(question.Room, StringComparison.Ordinal)))
            .Select(question => question.Query)
            .ToList();

        (missed.Count / (double)asked.Count).ShouldBeLessThanOrEqualTo(1 - LeastFound, string.Join("; ", missed));
    }

    [Fact]
    public void Line_OfAFigure_HasValueNationAndDay()
    {
        var figure = Library.Value.Figures["less-than-full-time/notice"];

        ContentSearch.Line(figure, Nation.England, On).ShouldStartWith("16 weeks in England, seen on 21 August 2026.");
    }

    [Fact]
    public void Line_ForEveryFigureAndNation_SaysAValueWithItsPlaceOrThatThereIsNone()
    {
        foreach (var figure in Library.Value.Figures.Values)
        {
            foreach (var nation in NationExtensions.All)
            {
                var line = ContentSearch.Line(figure, nation, On);

                if (figure.On(On, nation) is { Value.Low: not null } value)
                {
                    line.ShouldStartWith(FigureText.Of(value.Value, figure.Unit) + " in ");
                    line.ShouldContain(figure.Where ?? value.Nations.Names());
                }
                else
                {
                    line.ShouldContain(nation.Name(), customMessage: figure.Name);
                    line.Any(char.IsLetter).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void Entries_ForEveryNation_HaveWhatIsWrittenForItAndNothingThatIsForOthersOnly()
    {
        var checkedBlocks = 0;
        foreach (var nation in NationExtensions.All)
        {
            var texts = ContentSearch.Build(Library.Value, Explorer.Value, nation, On).Entries
                .Where(entry => entry.Kind == SearchKind.Guidance)
                .ToLookup(entry => entry.Page, entry => entry.Text);
            foreach (var page in Library.Value.Pages)
            {
                foreach (var block in page.Document.Descendants<CustomContainer>().Where(container => container.Info == "nation"))
                {
                    var isFor = block.Arguments!.Split(' ').Contains(nation.Key());
                    foreach (var paragraph in block.OfType<ParagraphBlock>())
                    {
                        texts[page.Address].Any(text => text.Contains(ContentSearch.PlainText([paragraph], nation, On), StringComparison.Ordinal))
                            .ShouldBe(isFor, $"{page.Address} for {nation}: {ContentSearch.PlainText([paragraph], nation, On)}");
                        checkedBlocks++;
                    }
                }
            }
        }

        checkedBlocks.ShouldBeGreaterThan(20);
    }

    [Theory]
    [Trait("run", "whole")]
    [InlineData("2024-06-01")]
    [InlineData("2026-11-25")]
    [InlineData("2029-02-28")]
    public void Entries_OnAnyDayInAnyNation_LeaveNoMarkWhereAFigureHasNoValue(string on)
    {
        foreach (var nation in NationExtensions.All)
        {
            var texts = ContentSearch.Build(Library.Value, Explorer.Value, nation, DateOnly.Parse(on, CultureInfo.InvariantCulture)).Entries
                .Where(entry => entry.Kind == SearchKind.Guidance)
                .Select(entry => entry.Text)
                .ToList();

            texts.ShouldNotContain(text => text.Any(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.PrivateUse), $"{nation} on {on}");
        }
    }

    [Fact]
    public void Entries_OfARow_NameTheirSourceAndNotItsId() =>
        Shipped.Value.Entries.Where(entry => entry.Kind == SearchKind.Row)
            .ShouldNotContain(entry => entry.Text.Split("; ").Any(cell => cell.Contains('-') && Library.Value.Sources.ContainsKey(cell)));

    [Fact]
    public void Find_AFigureThatANationDoesNotHave_SaysSoInWordsAndShowsNoOtherNationsValue()
    {
        var wales = ContentSearch.Build(Library.Value, Explorer.Value, Nation.Wales, On);

        var hit = wales.Find("notice less than full time application").Hits
            .SelectMany(found => found.Sections.Select(section => (section.Entry, section.Excerpt)).Prepend((found.Entry, found.Excerpt)))
            .First(found => found.Entry.Address == "/figures/less-than-full-time/notice");

        var text = string.Concat(hit.Excerpt.Select(part => part.Text));
        text.ShouldContain("for Wales");
        text.ShouldContain("Ask ");
        text.ShouldNotContain("16 weeks");
    }

    [Fact]
    public void Find_AsAtAnotherDay_ShowsWhatHeldThen()
    {
        var changed = Library.Value.Figures.Values.First(figure => figure.On(On, Nation.England) is { Value.Low: not null } now
            && figure.On(On.AddYears(-2), Nation.England) is { Value.Low: not null } then
            && now.Value != then.Value);
        var before = ContentSearch.Build(Library.Value, Explorer.Value, Nation.England, On.AddYears(-2));

        var entry = before.Entries.Single(entry => entry.Address == "/figures/" + changed.Name);

        entry.Text.ShouldStartWith(FigureText.Of(changed.On(On.AddYears(-2), Nation.England)!.Value, changed.Unit));
        entry.Text.ShouldNotBe(Shipped.Value.Entries.Single(now => now.Address == entry.Address).Text);
    }

    [Fact]
    public void Entries_OfADateThatIsOver_AreGone()
    {
        var milestone = Library.Value.Milestones.First(milestone => milestone.Nations.Includes(Nation.England)
            && Shipped.Value.Entries.Any(entry => entry.Kind == SearchKind.Row && entry.Text.StartsWith(milestone.What, StringComparison.Ordinal)));
        var after = ContentSearch.Build(Library.Value, Explorer.Value, Nation.England, milestone.Last.AddDays(1));

        after.Entries.ShouldNotContain(entry => entry.Kind == SearchKind.Row && entry.Text.StartsWith($"{milestone.What}: {milestone.First.Words()}", StringComparison.Ordinal));
    }

    private static Lazy<SearchIndex> WithOthers { get; } = new(() => ContentSearch.Build(
        Library.Value,
        Explorer.Value,
        Nation.England,
        On,
        Shipped.Value.Entries.Where(entry => entry.Kind == SearchKind.Tool && !Others.Any(other => entry.Address == $"/{other.Room}/{other.Key}"))
            .Concat(Others.Select(tool => ContentSearch.ToolEntry(tool.Room, $"/{tool.Room}/{tool.Key}", tool.Question, tool.Name,
                tool.Words, Library.Value.PageAt("/" + tool.Room)!.Title)))));

    private static (string Query, string Room)[] AskedOf(string hospital) =>
        [($"{hospital} induction", "/induction"), ($"{hospital} rota", "/code-of-practice"), ($"my rota at {hospital} is late", "/code-of-practice"),
            ($"{hospital} shadowing pay", "/shadowing")];
}
