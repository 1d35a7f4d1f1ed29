using Gradus.Web.Tests;

[assembly: AssemblyFixture(typeof(SiteFixture))]
