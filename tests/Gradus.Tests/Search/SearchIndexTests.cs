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
    [InlineData("O&G training length", "/figures/specialty-explorer/obstetrics-years")]
    [InlineData("T&O", "/specialty-explorer/trauma-and-orthopaedic-surgery")]
    [InlineData("A&E", "/specialty-explorer/emergency-medicine")]
    [InlineData("ICU", "/specialty-explorer/intensive-care-medicine")]
    [InlineData("cct calculator", "/less-than-full-time/completion-date")]
    public void Find_WhatDoctorsCallIt_PutsItsPageFirst(string asked, string address) => Shipped.Value.Find(asked).Hits[0].Entry.Address.ShouldBe(address);

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
        var index = new SearchIndex([Opening("/children", "Paediatric cardiology", "Cardiology for children: cardiology from birth."), Opening("/adults", "Cardiology", "The heart, its valves, its rhythm, its vessels and its muscle; clinics, procedures, imaging, wards, nights, research, meetings and the families of those who fell ill young.")]);

        index.Find(asked).Hits[0].Entry.Address.ShouldBe("/adults");
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
    [InlineData("ltft", "/less-than-full-time")]
    [InlineData("less than full time", "/less-than-full-time")]
    [InlineData("new zealand", "/working-abroad/new-zealand")]
    [InlineData("nz", "/working-abroad/new-zealand")]
    [InlineData("mentoring", "/mentoring")]
    [InlineData("gp retention", "/gp-retention")]
    [InlineData("shadowing", "/shadowing")]
    [InlineData("handover", "/handover")]
    [InlineData("volunteering", "/volunteering-abroad")]
    [InlineData("canada", "/working-abroad/canada")]
    public void Find_InTheShippedContent_PutsTheRightPageFirst(string query, string page) =>
        Shipped.Value.Find(query).Hits[0].Entry.Address.Split('#')[0].ShouldBe(page);

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

        foreach (var hit in queries.SelectMany(query => Shipped.Value.Find(query).Hits))
        {
            var text = string.Concat(hit.Excerpt.Select(part => part.Text));

            hit.Entry.Text.ShouldContain(text.Trim('…', ' '));
        }
    }

    private static SearchEntry Guidance(string address, string title, string heading, string text) => new(SearchKind.Guidance, address, title, heading, text);

    private static SearchEntry Opening(string address, string title, string text) => new(SearchKind.Guidance, address, title, "", text, IsOpening: true);

    private static SearchIndex Build() => ContentSearch.Build(ContentLoader.Load(Repository.At("content")), SpecialtyExplorerContent.Load(Repository.At("content")), Nation.England, On);
}
