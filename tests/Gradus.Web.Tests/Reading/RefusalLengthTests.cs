using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gradus.Tools;

namespace Gradus.Web.Tests.Reading;

/// <summary>
/// Whatever megabyte a page is sent, what it refuses comes back in at most 100 kB and, beside that, twice what was typed as HTML writes it:
/// every form of every page, its fields and buttons one by one, and the forms that follow on the first.
/// </summary>
public sealed class RefusalLengthTests(SiteFixture site)
{
    private const int Most = 960_000; // Of a body; a request may be a megabyte.
    private const int Room = 100_000;

    // What is longest when it is written as HTML, when it is an error for each of its parts, and when it is a list.
    private static readonly string[] Worst = ["a", "\"", "<\n", ";", "9,", "\"x\n"];

    // Each part of it is wrong by itself.
    private static readonly string[] WrongJson =
    [
        "{\"statements\":{" + string.Join(',', Enumerable.Range(0, 30_000).Select(at => $"\"x{at}\":9")) + "}}",
        "{" + string.Join(',', Enumerable.Range(0, 40_000).Select(at => $"\"x{at}\":9")) + "}",
        "[" + string.Join(',', Enumerable.Repeat("\"<\"", 80_000)) + "]",
    ];

    private static readonly string[] Own = ["/foundation-applications/chances", "/foundation-applications/programmes", "/specialty-explorer/match",
        "/specialty-explorer/why-undecided", "/preferences"];

    [Fact]
    [Trait("run", "whole")]
    public async Task APageWithAFormOfItsOwn_IsNotLongerThanWhatWasTyped() => await Refuse(await Forms(Own, IsOwn), Worst[..2], most: 1);

    [Fact, Trait(Runs.When, Runs.Whole)]
    public async Task EveryPageWithAFormOfItsOwn_WithEveryFieldAndButton_IsNotLongerThanWhatWasTyped()
    {
        var forms = await Forms(Routes.Get(site), IsOwn);

        forms.Select(form => form.Action).Distinct(StringComparer.Ordinal).ShouldBe(Own, ignoreOrder: true);
        await Refuse(forms, Worst, most: 24);
    }

    [Fact, Trait(Runs.When, Runs.Whole)]
    public async Task EveryTool_IsNotLongerThanWhatWasTyped() => await Refuse(await Forms(Routes.Get(site), address => !IsOwn(address)), Worst[..2], most: 3);

    private static bool IsOwn(string address) => AllTools.Declared.All(tool => tool.HasOwnPage || tool.Address != address);

    private async Task Refuse(IReadOnlyList<Form> forms, IReadOnlyList<string> worst, int most)
    {
        using var reader = site.Reader();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            foreach (var body in Bodies(form, worst, most))
            {
                using var response = await reader.PostAsync(form.Action, body.Content, TestContext.Current.CancellationToken);
                ((int)response.StatusCode).ShouldBeLessThan(500, body.What);
                if (response.StatusCode >= HttpStatusCode.BadRequest)
                {
                    refused.Add(form.Action);
                    Encoding.UTF8.GetByteCount(await response.Text()).ShouldBeLessThan(Room + (2 * body.Typed), body.What);
                }
            }
        }

        refused.Count.ShouldBeGreaterThan(forms.Select(form => form.Action).Distinct(StringComparer.Ordinal).Count() / 2);
    }

    // The forms of every page that are sent to an address that is meant, and those of the pages that their buttons lead to when nothing is filled in.
    private async Task<IReadOnlyList<Form>> Forms(IReadOnlyList<string> addresses, Predicate<string> isMeant)
    {
        using var reader = site.Reader();
        var forms = new Dictionary<string, Form>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            using var response = await reader.Get(address);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var form in Read(Asked.Parse(await response.Text())).Where(form => isMeant(form.Action)))
            {
                if (forms.TryAdd(form.Key, form))
                {
                    foreach (var press in form.Buttons)
                    {
                        using var content = new FormUrlEncodedContent([.. form.Fields, press]);
                        using var next = await reader.PostAsync(form.Action, content, TestContext.Current.CancellationToken);
                        if (next.Content.Headers.ContentType?.MediaType == "text/html")
                        {
                            foreach (var one in Read(Asked.Parse(await next.Text())).Where(one => isMeant(one.Action)))
                            {
                                forms.TryAdd(one.Key, one);
                            }
                        }
                    }
                }
            }
        }

        return [.. forms.Values];
    }

    private static IEnumerable<Form> Read(IHtmlDocument page) => page.QuerySelectorAll("form[method=post], form#facts").Select(form => new Form(
        form.GetAttribute("action")!.Split('#', '?')[0],
        [.. form.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Where(field => field is not IHtmlInputElement { Type: "file" })
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field is IHtmlTextAreaElement box ? box.Value : field.GetAttribute("value") ?? ""))
            .DistinctBy(field => (field.Key, field.Value))],
        [.. form.QuerySelectorAll("button[name]")
            .Concat(page.QuerySelectorAll("button[name][form]").Where(button => button.GetAttribute("form") == form.Id))
            .Select(button => KeyValuePair.Create(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""))
            .Where(button => button.Value != "pdf")
            .DistinctBy(button => Verb(button.Value))
            .DefaultIfEmpty(KeyValuePair.Create("do", ""))],
        [.. form.QuerySelectorAll("input[type=file][name]").Select(field => field.GetAttribute("name")!)]));

    private static IEnumerable<(string What, HttpContent Content, int Typed)> Bodies(Form form, IReadOnlyList<string> all, int most)
    {
        var names = form.Fields.Select(field => field.Key).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (name, json) in names.Where(name => form.Fields.First(field => field.Key == name).Value is ['{' or '[', ..] || name == "saved")
            .SelectMany(_ => WrongJson, (name, json) => (name, json)))
        {
            yield return ($"{form.Action}: {name} of wrong answers",
                new FormUrlEncodedContent([.. form.Fields.Where(field => field.Key != name), KeyValuePair.Create(name, json), form.Buttons[0]]),
                WebUtility.HtmlEncode(json).Length);
        }

        foreach (var worst in all)
        {
            foreach (var press in form.Buttons.Take(most))
            {
                yield return Sent(form, press, names, worst, repeat: false);
            }

            foreach (var name in names.Take(most * 2))
            {
                yield return Sent(form, form.Buttons[0], [name], worst, repeat: false);
                yield return Sent(form, form.Buttons[0], [name], worst, repeat: true);
            }

            foreach (var file in form.Files)
            {
                foreach (var press in form.Buttons.Take(most))
                {
                    yield return WithFile(form, press, file, worst);
                }
            }
        }
    }

    // The form as it stands, with some of its fields as long as fits: each in one piece, or the same name again and again.
    private static (string What, HttpContent Content, int Typed) Sent(Form form, KeyValuePair<string, string> press, List<string> names, string worst, bool repeat)
    {
        var room = (Most / WebUtility.UrlEncode(worst).Length / int.Max(1, names.Count)) - 40;
        List<KeyValuePair<string, string>> fields = [.. form.Fields.Where(field => !names.Contains(field.Key, StringComparer.Ordinal)), press];
        foreach (var name in names)
        {
            fields.AddRange(repeat
                ? Enumerable.Repeat(KeyValuePair.Create(name, worst + worst), int.Min(30_000, Most / (name.Length + 8)))
                : [KeyValuePair.Create(name, string.Concat(Enumerable.Repeat(worst, room)))]);
        }

        return ($"{form.Action} {press.Key}={press.Value}: {string.Join(", ", names.Take(5))} of “{worst}”{(repeat ? " repeated" : "")}",
            new FormUrlEncodedContent(fields),
            fields.Sum(field => WebUtility.HtmlEncode(field.Value).Length + 1)); // A name that is sent again begins a line of its own.
    }

    private static (string What, HttpContent Content, int Typed) WithFile(Form form, KeyValuePair<string, string> press, string file, string worst)
    {
        var text = string.Concat(Enumerable.Repeat(worst, Most / worst.Length));
        var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), file, "a file.csv" }, { new StringContent(press.Value), press.Key } };
        return ($"{form.Action} {press.Key}={press.Value}: a file of “{worst}”", content, WebUtility.HtmlEncode(text).Length);
    }

    private static string Verb(string pressed) => pressed.Split(':', '-')[0];

    private sealed record Form(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<KeyValuePair<string, string>> Buttons, IReadOnlyList<string> Files)
    {
        public string Key =>
            $"{Action} {string.Join(' ', Fields.Select(one => one.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(40))} | {string.Join(' ', Buttons.Select(button => Verb(button.Value)).Distinct(StringComparer.Ordinal))}";
    }
}
