using Gradus.Data.Content;
using Gradus.Data.Search;
using Gradus.Rules;

namespace Gradus.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly DateOnly On = new(2026, 11, 25);
    private static readonly Lazy<SearchIndex> Shipped = new(Build);

    private static readonly SearchIndex Small = new(
        [
            Guidance("/appraisal", "Appraisal", "Yearly", "Before revalidation you need appraisals. Appraisal is yearly."),
            Guidance("/revalidation", "Revalidation", "Every five years", "Your responsible officer recommends."),
            Guidance("/rota", "Rosters", "", "The roster for your post comes six weeks before."),
            Guidance("/creche", "A crèche", "", "Ask the CRÈCHE about places."),
            new(SearchKind.Source, "/sources#x", "Revalidation", "A body", "A body, 2025."),
        ],
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["rota"] = ["roster"], ["five yearly"] = ["revalidation"] });

    [Theory]
    [InlineData("O&G", "/specialty-explorer/obstetrics-and-gynaecology")]
    [InlineData("O&G training length", "/specialty-explorer/obstetrics-and-gynaecology")]
    [InlineData("T&O", "/specialty-explorer/trauma-and-orthopaedic-surgery")]
    [InlineData("A&E", "/specialty-explorer/emergency-medicine")]
    [InlineData("ICU", "/specialty-explorer/intensive-care-medicine")]
    [InlineData("cct calculator", "/less-than-full-time/completion-date")]
    public void Find_WhatDoctorsCallIt_PutsItsPageFirst(string asked, string address) => Shipped.Value.Find(asked).Hits[0].Address.ShouldBe(address);

    [Theory]
    [InlineData("anaesthesia", "/specialty-explorer/anaesthetics")]
    [InlineData("anesthesia", "/specialty-explorer/anaesthetics")]
    [InlineData("anesthesiologist", "/specialty-explorer/anaesthetics")]
    [InlineData("dermatologist", "/specialty-explorer/dermatology")]
    [InlineData("paediatrician", "/specialty-explorer/paediatrics")]
    [InlineData("pediatrician", "/specialty-explorer/paediatrics")]
    [InlineData("neurosurgeon", "/specialty-explorer/neurosurgery")]
    [InlineData("psychiatrist", "/specialty-explorer/general-psychiatry")]
    [InlineData("rheumatologist", "/specialty-explorer/rheumatology")]
    [InlineData("ophthalmologist", "/specialty-explorer/ophthalmology")]
    [InlineData("hematologist", "/specialty-explorer/haematology")]
    [InlineData("geriatrician", "/specialty-explorer/geriatric-medicine")]
    public void Find_WhoPractisesASpecialty_FindsItAmongTheFirst(string asked, string address)
    {
        var answer = Shipped.Value.Find(asked);

        answer.Hits.Take(3).Select(hit => hit.Address).ShouldContain(address);
        answer.ReadAs.ShouldBeNull("the word is known, in its own right or by its family");
    }

    [Theory]
    [InlineData("ACRP", "arcp")]
    [InlineData("LFTT", "ltft")]
    [InlineData("GCM", "gmc")]
    [InlineData("PALB", "plab")]
    [InlineData("CSER", "cesr")]
    public void Find_AnAbbreviationWithTwoLettersSwapped_IsReadAsTheAbbreviation(string asked, string readAs)
    {
        var answer = Shipped.Value.Find(asked);

        answer.ReadAs.ShouldBe(readAs);
        answer.Hits.Select(hit => hit.Address).ShouldBe(Shipped.Value.Find(readAs).Hits.Select(hit => hit.Address));
    }

    [Theory]
    [InlineData("U.S.A.", "USA")]
    [InlineData("U.S.", "US")]
    [InlineData("parttime", "part time")]
    [InlineData("part-time", "part time")]
    [InlineData("well-being", "well being")]
    [InlineData("£73,383", "73383")]
    public void Find_WithDotsHyphensOrCommas_FindsTheSameAsWithout(string asked, string plain)
    {
        var answer = Shipped.Value.Find(asked);

        answer.Hits.ShouldNotBeEmpty();
        (answer.ReadAs, answer.DidYouMean).ShouldBe((null, null));
        answer.Hits.Select(hit => hit.Address).ShouldBe(Shipped.Value.Find(plain).Hits.Select(hit => hit.Address));
    }

    [Fact]
    public void Find_AWordWrittenApartInTheText_IsFoundJoinedToo()
    {
        var index = new SearchIndex([Guidance("/a", "Hours", "", "You may work part-time."), Guidance("/b", "Charities", "", "UK-Med sends doctors."),
            Guidance("/c", "Other", "", "The full list of medical posts in the UK.")]);

        index.Find("parttime").Hits[0].Address.ShouldBe("/a");
        index.Find("ukmed").Hits[0].Address.ShouldBe("/b");
        index.Find("uk-med").Hits[0].Address.ShouldBe("/b");
    }

    [Theory]
    [InlineData("external", "Internal medicine")]
    [InlineData("failed", "Places filled")]
    [InlineData("compensation", "Competition")]
    [InlineData("masters", "Matter")]
    [InlineData("malawi", "Malaria")]
    [InlineData("fast track", "Last trace")]
    [InlineData("100k", "100")]
    public void Find_AnEnglishWordThatStandsNowhere_IsNotRewritten(string asked, string title)
    {
        var index = new SearchIndex([Guidance("/a", title, "", "Nothing else."), Guidance("/b", "Other", "", "Something else.")]);

        var answer = index.Find(asked);

        answer.ReadAs.ShouldBeNull();
        answer.Hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("south cross hospital leave", "/leave")]
    [InlineData("royal gwent leave", "/leave")]
    [InlineData("north west leave", "/regions")]
    [InlineData("south", "/abroad")]
    public void Find_TheNameOfAHospital_CountsForNothingBesideAQuestion(string asked, string address)
    {
        var index = new SearchIndex([
            Guidance("/leave", "Absence", "Leave", "How many days there are."),
                Guidance("/abroad", "South Island", "", "The hospital in the south to which many went on leave."),
                Guidance("/regions", "Regions", "", "Leave in the north west."),
            Guidance("/other", "Other", "", "Something else."),
        ]);

        index.Find(asked).Hits[0].Address.ShouldBe(address);
    }

    [Fact]
    public void Find_AnEnglishWordNearAnother_OffersItAndKeepsTheRestAsTyped()
    {
        var index = new SearchIndex([Guidance("/a", "Competition", "", "Ratios."), Guidance("/b", "Other", "", "Something else.")]);

        index.Find("Compensation ratios").DidYouMean.ShouldBe("competition ratios");
        index.Find("Competition ratios").DidYouMean.ShouldBeNull();
    }

    [Fact]
    public void Find_APageInManyParts_IsOneHitWithItsBestPartsBeneath()
    {
        var index = new SearchIndex([
            Opening("/leave", "Leave", "Leave in short."), Guidance("/leave#study", "Leave", "Study leave", "Leave for study, and for a study day."),
                Guidance("/leave#sick", "Leave", "Sick leave", "When you are ill."),
            Guidance("/leave#annual", "Leave", "Annual leave", "Leave each year."),
                Guidance("/leave#parental", "Leave", "Parental leave", "Leave for a child."), Guidance("/study", "Study", "", "Study at home."),
        ]);

        var answer = index.Find("study leave");

        answer.Hits.Select(hit => hit.Address).ShouldBe(["/leave", "/study"]);
        answer.Total.ShouldBe(2);
        answer.Hits[0].Sections.Count.ShouldBeInRange(1, 3);
        answer.Hits[0].Sections[0].Entry.Address.ShouldBe("/leave#study");
    }

    [Fact]
    public void Find_MoreThanTen_GivesTenAndThenTheOthers()
    {
        var index = new SearchIndex(Enumerable.Range(1, 23).Select(i => Guidance($"/page-{i}", "Same", "", "same")));

        var pages = new[] { 0, 10, 20, 30 }.Select(skip => index.Find("same", skip: skip)).ToList();

        pages.Select(page => page.Hits.Count).ShouldBe([10, 10, 3, 0]);
        pages.SelectMany(page => page.Hits).Select(hit => hit.Address).ShouldBeUnique();
        pages.Select(page => SearchResults.MoreFrom(1, page)).First().ShouldBe(11);
        SearchResults.MoreFrom(21, pages[2]).ShouldBeNull();
    }

    [Fact]
    public void Find_TheNameOfARoom_PutsItsToolsBeforeItsGuidanceTwoAtMost()
    {
        var index = new SearchIndex([.. Enumerable.Range(1, 4).Select(i => Tool("leave", $"tool-{i}", $"Question {i} of leave?")),
            Opening("/leave", "Leave", "Leave in short.") with { Room = "leave" }, Opening("/other", "Other", "Leave it.") with { Room = "other" }]);

        index.Find("leave").Hits.Take(3).Select(hit => hit.Entry.Kind).ShouldBe([SearchKind.Tool, SearchKind.Tool, SearchKind.Guidance]);
    }

    [Fact]
    public void Find_ARowOfATable_FindsThePageThatShowsIt()
    {
        Shipped.Value.Find("peer group").Hits[0].Address.ShouldBe("/appraisal");
        Shipped.Value.Find("73,383").Hits.Take(3).Select(hit => hit.Address).ShouldContain("/sas-charter");
    }

    [Fact]
    public void Find_ATitle_PutsItFirst()
    {
        var answer = Small.Find("revalidation");

        answer.Hits[0].Entry.Address.ShouldBe("/revalidation");
        answer.Total.ShouldBe(3);
        answer.ReadAs.ShouldBeNull();
    }

    [Theory]
    [InlineData("cardiology")]
    [InlineData("cardiolgy")]
    public void Find_TheWholeNameOfAPage_PutsItBeforeLongerNames(string asked)
    {
        var index = new SearchIndex([Opening("/children", "Paediatric cardiology", "Cardiology for children: cardiology from birth."),
            Opening("/adults", "Cardiology",
                "The heart, its valves, its rhythm, its vessels and its muscle; clinics, procedures, imaging, wards, nights, research, meetings and the families of those who fell ill young.")]);

        index.Find(asked).Hits[0].Address.ShouldBe("/adults");
    }

    [Fact]
    public void Find_ATypingMistake_FindsTheWordAndSaysHowItWasRead()
    {
        var answer = Small.Find("revaldation");

        answer.Hits[0].Entry.Address.ShouldBe("/revalidation");
        answer.ReadAs.ShouldBe("revalidation");
    }

    [Theory]
    [InlineData("app")]
    [InlineData("appra")]
    [InlineData("appraisal")]
    [InlineData("appraisals")]
    [InlineData("APPRAISALS")]
    public void Find_WhileTypingOrInThePlural_FindsTheWord(string query) => Small.Find(query).Hits[0].Entry.Address.ShouldBe("/appraisal");

    [Theory]
    [InlineData("rota", "/rota")]
    [InlineData("my late rota", "/rota")]
    [InlineData("five yearly", "/revalidation")]
    public void Find_AWordThatDoctorsUse_FindsWhatThePagesCallIt(string query, string address) =>
        Small.Find(query).Hits.Select(hit => hit.Entry.Address).ShouldContain(address);

    [Theory]
    [InlineData("creche")]
    [InlineData("crèche")]
    [InlineData("CRÈCHE")]
    [InlineData("cre\u0300che")]
    public void Find_WithOrWithoutAccents_FindsTheSame(string query)
    {
        var answer = Small.Find(query);

        answer.Hits[0].Entry.Address.ShouldBe("/creche");
        answer.ReadAs.ShouldBeNull();
    }

    [Fact]
    public void Distance_ThatStopsCounting_IsTheWholeOneUpToThere()
    {
        var random = new Random(7);
        string Word() => string.Concat(Enumerable.Range(0, random.Next(0, 9)).Select(_ => "abc"[random.Next(3)]));
        for (var i = 0; i < 2_000; i++)
        {
            var (one, other, most) = (Word(), Word(), random.Next(0, 5));
            var whole = SearchText.Distance(one, other, int.MaxValue - 1);

            (whole == Edits(one, other)).ShouldBeTrue($"{one} {other}");
            Math.Min(SearchText.Distance(one, other, most), most + 1).ShouldBe(Math.Min(whole, most + 1), $"{one} {other} {most}");
        }
    }

    // Optimal string alignment as it is defined, without a table.
    private static int Edits(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return Math.Max(one.Length, other.Length);
        }

        if (one[^1] == other[^1])
        {
            return Edits(one[..^1], other[..^1]);
        }

        var least = 1 + Math.Min(Edits(one[..^1], other[..^1]), Math.Min(Edits(one[..^1], other), Edits(one, other[..^1])));
        return one.Length > 1 && other.Length > 1 && one[^1] == other[^2] && one[^2] == other[^1] ? Math.Min(least, 1 + Edits(one[..^2], other[..^2])) : least;
    }

    [Fact]
    public void PlainText_HasTheWordsOfParagraphsListsAndContainers()
    {
        var page = ContentLoader.Load(Repository.At("content")).PageAt("/return-to-practice")!;

        var paragraph = page.Sections.SelectMany(section => section.Blocks).OfType<Markdig.Syntax.ParagraphBlock>().First();

        ContentSearch.PlainText([paragraph], Nation.England, On).Length.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!…")]
    [InlineData("zzzzqqqq")]
    public void Find_WhatIsNotThere_FindsNothing(string query)
    {
        var answer = Small.Find(query);

        answer.Hits.ShouldBeEmpty();
        answer.Total.ShouldBe(0);
    }

    [Fact]
    public void Find_TenThousandCharacters_AnswersForTheFirstTwoHundred()
    {
        Small.Find("revalidation " + new string('x', 10_000)).Hits[0].Entry.Address.ShouldBe("/revalidation");
        Small.Find(string.Concat(Enumerable.Repeat("a b c appraisal ", 700))).Hits[0].Entry.Address.ShouldBe("/appraisal");
    }

    [Fact]
    public void Find_WithFewerWanted_GivesThatManyAndTheTotal()
    {
        var answer = Small.Find("revalidation", most: 1);

        answer.Hits.Count.ShouldBe(1);
        answer.Total.ShouldBe(3);
    }

    [Fact]
    public void Find_AMatch_IsMarkedInTheExcerpt()
    {
        var excerpt = Small.Find("appraisal").Hits[0].Excerpt;

        string.Concat(excerpt.Select(part => part.Text)).ShouldBe("Before revalidation you need appraisals. Appraisal is yearly.");
        excerpt.Where(part => part.IsMatch).Select(part => part.Text).ShouldBe(["appraisals", "Appraisal"]);
    }

    [Fact]
    public void Find_AMatchFarInTheText_ShowsTheWordsAroundItCutBetweenWords()
    {
        var filler = string.Concat(Enumerable.Repeat("lorem ipsum ", 60));
        var index = new SearchIndex([Guidance("/x", "Title", "", filler + "needle here " + filler)]);

        var excerpt = index.Find("needle").Hits[0].Excerpt;

        var text = string.Concat(excerpt.Select(part => part.Text));
        text.ShouldStartWith("… ");
        text.ShouldEndWith(" …");
        text.Length.ShouldBeLessThan(260);
        text.Trim('…', ' ').Split(' ').ShouldBeSubsetOf(["lorem", "ipsum", "needle", "here"]);
        excerpt.Single(part => part.IsMatch).Text.ShouldBe("needle");
    }

    [Fact]
    public void Find_ATextThatIsOneLongWord_StillHasAnExcerpt()
    {
        var index = new SearchIndex([Guidance("/x", "Needle", "", new string('y', 1000))]);

        string.Concat(index.Find("needle").Hits[0].Excerpt.Select(part => part.Text)).Length.ShouldBeInRange(1, 260);
    }

    [Fact]
    public void Find_TheSameQuestionTwice_GivesTheSameOrder()
    {
        var other = Build();
        foreach (var query in (string[])["leave", "gmc", "less than full time", "reveiw", "pay"])
        {
            other.Find(query).Hits.Select(hit => hit.Entry.Address + hit.Entry.Title).ShouldBe(Shipped.Value.Find(query).Hits.Select(hit => hit.Entry.Address + hit.Entry.Title));
        }
    }

    [Fact]
    public void Find_EntriesThatFitEquallyWell_KeepTheirOrder()
    {
        var index = new SearchIndex([Guidance("/b", "Same", "", "same"), Guidance("/a", "Same", "", "same"), Guidance("/c", "Same", "", "same")]);

        index.Find("same").Hits.Select(hit => hit.Entry.Address).ShouldBe(["/b", "/a", "/c"]);
    }

    [Theory]
    [InlineData("revalidation", "/revalidation")]
    [InlineData("revaldation", "/revalidation")]
    [InlineData("ltft", "/less-than-full-time/completion-date")]
    [InlineData("less than full time", "/less-than-full-time/completion-date")]
    [InlineData("new zealand", "/working-abroad/new-zealand")]
    [InlineData("nz", "/working-abroad/new-zealand")]
    [InlineData("mentoring", "/mentoring")]
    [InlineData("gp retention", "/gp-retention")]
    [InlineData("shadowing", "/shadowing")]
    [InlineData("handover", "/handover")]
    [InlineData("volunteering", "/volunteering-abroad")]
    [InlineData("canada", "/working-abroad/canada")]
    public void Find_InTheShippedContent_PutsTheRightPageFirst(string query, string page) =>
        Shipped.Value.Find(query).Hits.Where(hit => hit.Entry.Kind == SearchKind.Guidance || hit.Address == page).First().Address.ShouldBe(page);

    [Theory]
    [InlineData("cesr")]
    [InlineData("maternity leave")]
    [InlineData("rota late")]
    [InlineData("oop")]
    [InlineData("golden hello")]
    public void Find_AnAbbreviationInTheShippedContent_FindsGuidance(string query) =>
        Shipped.Value.Find(query).Hits.ShouldContain(hit => hit.Entry.Kind == SearchKind.Guidance);

    [Fact]
    public void Find_InTheShippedContent_MarksOnlyWordsThatStandThere()
    {
        string[] queries = ["leave", "gmc fee", "study", "revaldation"];

        var all = queries.SelectMany(query => Shipped.Value.Find(query).Hits).ToList();
        all.ShouldNotBeEmpty();
        foreach (var hit in all)
        {
            var text = string.Concat(hit.Excerpt.Select(part => part.Text));

            Shipped.Value.Entries.Where(entry => entry.Page == hit.Entry.Page).ShouldContain(entry => entry.Text.Contains(text.Trim('…', ' '), StringComparison.Ordinal));
        }
    }

    private static SearchEntry Guidance(string address, string title, string heading, string text) => new(SearchKind.Guidance, address, title, heading, text);

    private static SearchEntry Tool(string room, string key, string question) => ContentSearch.ToolEntry(room, $"/{room}/{key}", question, "Name of " + key, "What it does.", "");

    private static SearchEntry Opening(string address, string title, string text) => new(SearchKind.Guidance, address, title, "", text, IsOpening: true);

    private static SearchIndex Build() =>
        ContentSearch.Build(ContentLoader.Load(Repository.At("content")), SpecialtyExplorerContent.Load(Repository.At("content")), Nation.England, On);
}
