namespace Gradus.Web.Reading;

/// <summary>A page whose scripts may ask nobody for anything, this site neither: the browser itself holds them to it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConnectsNowhereAttribute : Attribute;
