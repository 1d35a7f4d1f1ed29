using Gradus.Web.Drawing;
using Microsoft.AspNetCore.Html;

namespace Gradus.Web.Tests.Drawing;

/// <summary>A view writes what Razor’s own base class would: text is made safe, attributes without a value are left out.</summary>
public sealed class HtmlViewTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;")]
    [InlineData("</script><script>", "&lt;/script&gt;&lt;script&gt;")]
    [InlineData("£1,000 – “caf\u00e9” 🩺", "£1,000 – “caf\u00e9” 🩺")]
    public void Text_SaysWhatItSays(string text, string html)
    {
        Drawn(view => view.Says(text)).ShouldBe(html);
        Drawn(view => view.Attribute("title", text)).ShouldBe($" title=\"{html}\"");
    }

    [Fact]
    public void HalfALetter_IsNone() => Drawn(view => view.Says("\ud800 alone")).ShouldBe("\ufffd alone");

    [Fact]
    public void HtmlThatIsSafe_StandsAsItIs() => Drawn(view => view.Says(new HtmlString("<b>5</b>"))).ShouldBe("<b>5</b>");

    [Fact]
    public void AnAttribute_IsLeftOutWhereItsOnlyValueIsMissing()
    {
        Drawn(view => view.Attribute("title", null)).ShouldBe("");
        Drawn(view => view.Attribute("title", "")).ShouldBe(" title=\"\"");
        Drawn(view => view.Attribute("checked", false)).ShouldBe("");
        Drawn(view => view.Attribute("checked", true)).ShouldBe(" checked=\"checked\"");
        Drawn(view => view.Attribute("rows", -4)).ShouldBe(" rows=\"-4\"");
    }

    [Theory]
    [InlineData("field", null, " class=\"field\"")]
    [InlineData("field", "bad", " class=\"field bad\"")]
    [InlineData("field", "a\"b", " class=\"field a&quot;b\"")]
    public void OfSeveralValues_AMissingOneIsPassedOver(string literal, string? value, string html) => Drawn(view => view.Class(literal, value)).ShouldBe(html);

    [Fact]
    public void AnAttributeAfterOneThatWasLeftOut_Stands() =>
        Drawn(view =>
        {
            view.Attribute("title", null);
            view.Attribute("id", "x");
        }).ShouldBe(" id=\"x\"");

    [Fact]
    public void WhatIsLongerThanTheMemoryAtFirst_IsWrittenWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"{number} £<"));

        Drawn(view => view.Says(text)).ShouldBe(text.Replace("<", "&lt;", StringComparison.Ordinal));
    }

    [Fact]
    public void AViewThatWaits_IsAFaultAndNotHalfAPage()
    {
        using var html = new HtmlBuffer();

        Should.Throw<InvalidOperationException>(() => new Waiting().Draw(html, 1)).Message.ShouldContain(nameof(Waiting));
    }

    private static string Drawn(Action<Written> what) => new Written().Drawn(what).Value!;

    /// <summary>A view as the compiler makes it of markup.</summary>
    private sealed class Written : HtmlView<Action<Written>>
    {
        public override Task ExecuteAsync()
        {
            Model(this);
            return Task.CompletedTask;
        }

        public void Says(string text) => Write(text);

        public void Says(HtmlString html) => Write(html);

        public void Attribute(string name, string? value) => Attribute(name, () => WriteAttributeValue("", 0, value, 0, 0, isLiteral: false));

        public void Attribute(string name, bool value) => Attribute(name, () => WriteAttributeValue("", 0, value, 0, 0, isLiteral: false));

        public void Attribute(string name, int value) => Attribute(name, () => WriteAttributeValue("", 0, value, 0, 0, isLiteral: false));

        public void Class(string literal, string? value)
        {
            BeginWriteAttribute("class", " class=\"", 0, "\"", 0, 2);
            WriteAttributeValue("", 0, literal, 0, 0, isLiteral: true);
            WriteAttributeValue(" ", 0, value, 0, 0, isLiteral: false);
            EndWriteAttribute();
        }

        private void Attribute(string name, Action value)
        {
            BeginWriteAttribute(name, $" {name}=\"", 0, "\"", 0, 1);
            value();
            EndWriteAttribute();
        }
    }

    private sealed class Waiting : HtmlView<int>
    {
        public override async Task ExecuteAsync() => await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }
}
