using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gradus.Web.Tests;

/// <summary>A page with a form that is filled and sent as a browser without scripts would.</summary>
internal sealed class PostedPage(HttpClient reader, IHtmlDocument page, HttpResponseMessage? response, string form)
{
    private string? _next;
    private readonly List<(string Name, string Value)> _set = [];

    public IHtmlDocument Page => page;

    public HttpStatusCode Status => response?.StatusCode ?? HttpStatusCode.OK;

    public HttpResponseMessage Response => response!;

    public static async Task<PostedPage> Open(HttpClient reader, string address, string form) => new(reader, await reader.Page(address), null, form);

    /// <summary>Chooses a radio, ticks a box, selects an option, moves a slider or types; a field of the same name that was chosen before is let go.</summary>
    public PostedPage With(string name, string value)
    {
        _set.Add((name, value));
        return this;
    }

    /// <summary>Says which form the next page is about.</summary>
    public PostedPage To(string next)
    {
        _next = next;
        return this;
    }

    public string Hidden(string name) => Form.QuerySelector($"input[type=hidden][name={name}]")!.GetAttribute("value")!;

    public Task<PostedPage> Press(string name, string value, byte[]? file = null, string fileField = "file") =>
        Send(Form.QuerySelectorAll($"button[name={name}]").First(one => one.GetAttribute("value") == value), file, fileField);

    /// <summary>Presses a button that stands elsewhere on the page and belongs to the form by its id.</summary>
    public Task<PostedPage> PressAnywhere(string value) =>
        Send(page.QuerySelectorAll("button[name=do]").First(one => one.GetAttribute("value") == value && one.GetAttribute("form") is not null), file: null, "file");

    /// <summary>Presses the form's first button.</summary>
    public Task<PostedPage> Send() => Send(Form.QuerySelector("button")!, file: null, "file");

    private async Task<PostedPage> Send(IElement button, byte[]? file, string fileField)
    {
        var fields = button.GetAttribute("name") is { } name ? Fields().Append((name, button.GetAttribute("value") ?? "")) : Fields();
        using HttpContent sent = file is null
            ? new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)))
            : WithFile(fields, file, fileField);
        var address = (button.GetAttribute("formaction") ?? Form.GetAttribute("action")!).Split('#')[0];
        var answer = await reader.PostAsync(address, sent, TestContext.Current.CancellationToken);
        return new PostedPage(reader, Asked.Parse(await answer.Text()), answer, _next ?? form);
    }

    private static MultipartFormDataContent WithFile(IEnumerable<(string Name, string Value)> fields, byte[] file, string fileField)
    {
        var sent = new MultipartFormDataContent { { new ByteArrayContent(file), fileField, "answers.json" } };
        foreach (var (name, value) in fields)
        {
            sent.Add(new StringContent(value), name);
        }

        return sent;
    }

    private IElement Form => page.QuerySelector(form) ?? throw new InvalidOperationException($"There is no form {form} on “{page.Title}”.");

    private IEnumerable<(string Name, string Value)> Fields()
    {
        foreach (var field in Form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = field.GetAttribute("name")!;
            var counts = field switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked,
                IHtmlInputElement { Type: "file" } => false,
                _ => true,
            };
            if (counts && (field is not IHtmlInputElement { Type: "radio" or "text" or "range" } and not IHtmlSelectElement and not IHtmlTextAreaElement
                || !_set.Exists(one => one.Name == name)))
            {
                yield return (name, field is IHtmlSelectElement select ? select.Value ?? "" : field is IHtmlTextAreaElement box ? box.Value : field.GetAttribute("value") ?? "");
            }
        }

        foreach (var one in _set)
        {
            yield return one;
        }
    }
}
