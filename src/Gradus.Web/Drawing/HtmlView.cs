using Microsoft.AspNetCore.Html;

namespace Gradus.Web.Drawing;

/// <summary>
/// A view that writes where it will be sent from: its markup is Razor’s, and what Razor makes of it calls the methods here (decision 25). A view has its model
/// and nothing else at hand; it is drawn at once, from begin to end, and waits for nothing.
/// </summary>
/// <typeparam name="TModel">What it draws.</typeparam>
public abstract class HtmlView<TModel>
{
    private HtmlBuffer to = null!;
    private (string Name, string Before, string After, bool IsAlone, bool IsLeftOut) attribute;

    /// <summary>What is drawn.</summary>
    protected TModel Model { get; private set; } = default!;

    /// <summary>Writes the view.</summary>
    /// <param name="html">What it is written to, after what stands there.</param>
    /// <param name="model">What it draws.</param>
    /// <exception cref="InvalidOperationException">The view waits for something, which a view must not.</exception>
    public void Draw(HtmlBuffer html, TModel model)
    {
        (to, Model) = (html, model);
        var drawn = ExecuteAsync();
        if (!drawn.IsCompleted)
        {
            throw new InvalidOperationException($"{GetType().Name} waits for something. What a view draws is at hand before it is drawn.");
        }

        drawn.GetAwaiter().GetResult();
    }

    /// <summary>The view alone, for a page that draws itself.</summary>
    public HtmlString Drawn(TModel model)
    {
        using var html = new HtmlBuffer();
        Draw(html, model);
        return new HtmlString(html.ToString());
    }

    /// <summary>The markup, as Razor writes it.</summary>
    public abstract Task ExecuteAsync();

    /// <summary>Draws another view in its place.</summary>
    protected void Place<TPart>(HtmlView<TPart> view, TPart model)
    {
        ArgumentNullException.ThrowIfNull(view);
        view.Draw(to, model);
    }

    /// <summary>Markup of the view.</summary>
    protected void WriteLiteral(string html) => to.Raw(html);

    /// <summary>Text, made safe.</summary>
    protected void Write(string? text) => to.Text(text);

    /// <summary>HTML that is safe.</summary>
    protected void Write(HtmlString? html) => to.Raw(html?.Value);

    /// <summary>A whole number.</summary>
    protected void Write(int number) => to.Number(number);

    /// <summary>An attribute begins; one whose only value is missing or false is left out, and one whose only value is true has its name for it.</summary>
    protected void BeginWriteAttribute(string name, string before, int beforeAt, string after, int afterAt, int count)
    {
        attribute = (name, before, after, count == 1, IsLeftOut: false);
        if (!attribute.IsAlone)
        {
            to.Raw(before);
        }
    }

    /// <summary>A text of an attribute; of several a missing one is passed over, with the space before it.</summary>
    protected void WriteAttributeValue(string before, int beforeAt, string? value, int valueAt, int length, bool isLiteral)
    {
        if (!Begin(before, value is null) || value is null)
        {
            return;
        }

        if (isLiteral)
        {
            to.Raw(value);
        }
        else
        {
            to.Text(value);
        }
    }

    /// <summary>Whether an attribute stands.</summary>
    protected void WriteAttributeValue(string before, int beforeAt, bool value, int valueAt, int length, bool isLiteral)
    {
        if (Begin(before, !value))
        {
            to.Raw(attribute.Name);
        }
    }

    /// <summary>A whole number in an attribute.</summary>
    protected void WriteAttributeValue(string before, int beforeAt, int value, int valueAt, int length, bool isLiteral)
    {
        if (Begin(before, isMissing: false))
        {
            to.Number(value);
        }
    }

    /// <summary>The attribute ends.</summary>
    protected void EndWriteAttribute()
    {
        if (!attribute.IsLeftOut)
        {
            to.Raw(attribute.After);
        }
    }

    private bool Begin(string before, bool isMissing)
    {
        if (isMissing)
        {
            attribute.IsLeftOut |= attribute.IsAlone && before.Length == 0;
            return false;
        }

        to.Raw(attribute.IsAlone ? attribute.Before : "");
        to.Raw(before);
        return true;
    }
}
